//! Files that replace those of a directory together.

use crate::error::{Error, ErrorKind};
use std::collections::hash_map::RandomState;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The folder of a run that has not ended: this, and 16 hexadecimal digits.
const PREFIX: &str = ".cognito-cfn-";

/// How long another run may take.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(2);

/// Where directories cannot be locked, a folder of that age is of no run that lives.
const OLD: Duration = Duration::from_secs(3600);

/// New files in a folder of their own within the directory, until they replace the old ones.
pub(super) struct Staging<'d> {
    directory: &'d Path,
    folder: PathBuf,
    names: Vec<String>,
    /// The directory, which is locked until this is closed; a process that is killed closes it too.
    _lock: Option<File>,
}

impl<'d> Staging<'d> {
    /// Nothing yet. Waits for other runs in the same directory, and removes what killed ones left.
    #[inline]
    pub(super) fn new(directory: &'d Path) -> Result<Self, Error> {
        fs::create_dir_all(directory).map_err(|error| cannot_write(directory, &error))?;
        let lock = lock(directory);
        remove_leftovers(directory, lock.is_some());
        let folder = create_folder(directory).map_err(|error| cannot_write(directory, &error))?;
        Ok(Self { directory, folder, names: Vec::new(), _lock: lock })
    }

    /// Writes a file, up to the disk.
    #[inline]
    pub(super) fn write(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let path = self.directory.join(name);
        let written = if path.is_dir() {
            Err(io::Error::from(io::ErrorKind::IsADirectory))
        } else {
            // It follows no link and truncates no file.
            let created = OpenOptions::new().write(true).create_new(true).open(self.folder.join(name));
            created.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        };
        self.names.push(name.to_owned());
        written.map_err(|error| cannot_write(&path, &error))
    }

    /// Replaces the old files. The last one, by which the others are found, is absent meanwhile.
    #[inline]
    pub(super) fn replace(self) -> Result<(), Error> {
        let Some(last) = self.names.last().map(|name| self.directory.join(name)) else { return Ok(()) };
        let old = self.folder.join("replaced");
        let had_last = match fs::rename(&last, &old) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(cannot_write(&last, &error)),
        };
        for (at, name) in self.names.iter().enumerate() {
            let path = self.directory.join(name);
            if let Err(error) = fs::rename(self.folder.join(name), &path) {
                let replaced: Vec<&str> = self.names.iter().take(at).map(String::as_str).collect();
                if replaced.is_empty() && had_last {
                    let _ = fs::rename(&old, &last);
                }
                return Err(half_replaced(&path, &error, &replaced));
            }
        }
        sync(self.directory);
        Ok(())
    }
}

impl Drop for Staging<'_> {
    #[inline]
    fn drop(&mut self) {
        // What is left here, the next run removes.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Locks the directory. `None` where that cannot be done, or another run takes too long.
#[inline]
fn lock(directory: &Path) -> Option<File> {
    let opened = File::open(directory).ok()?;
    for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
        match opened.try_lock() {
            Ok(()) => return Some(opened),
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}

/// Creates a folder that nobody else has.
#[inline]
fn create_folder(directory: &Path) -> io::Result<PathBuf> {
    loop {
        let random = RandomState::new().build_hasher().finish();
        let folder = directory.join(format!("{PREFIX}{random:016x}"));
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return created.map(|()| folder),
        }
    }
}

/// Removes the folders of runs that were killed: all there are while the directory is locked, otherwise the old ones.
#[inline]
fn remove_leftovers(directory: &Path, is_locked: bool) {
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let digits = name.to_str().and_then(|name| name.strip_prefix(PREFIX)).unwrap_or_default();
        let is_ours = digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let modified = || entry.metadata().and_then(|metadata| metadata.modified()).ok();
        let is_old = || modified().and_then(|time| time.elapsed().ok()).is_some_and(|age| age > OLD);
        if is_ours && is_folder && (is_locked || is_old()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Names that were moved are on the disk, where directories can be opened.
#[inline]
fn sync(directory: &Path) {
    let _ = File::open(directory).and_then(|directory| directory.sync_all());
}

#[inline]
fn cannot_write(path: &Path, reason: &dyn ToString) -> Error {
    Error::new(ErrorKind::Write { path: path.to_owned(), reason: reason.to_string() })
}

#[inline]
fn half_replaced(path: &Path, error: &io::Error, replaced: &[&str]) -> Error {
    if replaced.is_empty() {
        return cannot_write(path, error);
    }
    let names: Vec<String> = replaced.iter().map(|name| format!("`{name}`")).collect();
    let (names, verb) = (names.join(", "), if replaced.len() == 1 { "was" } else { "were" });
    cannot_write(path, &format!("{error}; {names} {verb} replaced before, and the manifest removed"))
}
