"""Every link of the documentation resolves: of rustdoc's pages (README and docs/ are among them), of messages, and of the
Markdown that is read in the repository alone.

usage: links.py <folder of rustdoc>

A link into the documentation of this crate on docs.rs must be a page or an anchor of that folder. Other addresses must
begin with `https://`; nothing is fetched.
"""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag

HOME = "https://docs.rs/cognito-cfn/latest/"
HREF = re.compile(r'<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]*)"')
MARKDOWN = re.compile(r"\]\(([^()\s]+)\)|^\[[^\]]+\]: (\S+)$", re.MULTILINE)
MESSAGE = re.compile(re.escape(HOME) + r"[^\s\"'`)<>{}]*")


class Documentation:
    def __init__(self, folder):
        self.folder = folder
        self.anchors = {}

    def has(self, page, anchor):
        if page.is_dir():
            page = page / "index.html"
        if not page.is_file():
            return False
        if not anchor or page.suffix != ".html":
            return True
        if page not in self.anchors:
            self.anchors[page] = {unquote(unescape(found)) for found in re.findall(r'\bid="([^"]+)"', page.read_text())}
        # Lines of source code are anchors that a script makes.
        return anchor in self.anchors[page] or re.fullmatch(r"[\d-]+", anchor) is not None

    def resolves(self, link, base):
        address, anchor = urldefrag(link)
        if address.startswith(HOME):
            return self.has(self.folder / unquote(address[len(HOME) :]), unquote(anchor))
        if re.match(r"[a-z][a-z0-9+.-]*:", address):
            return address.startswith(("https://", "data:image/svg+xml"))
        page = base.parent / unquote(address) if address else base
        return self.has(page, unquote(anchor))


def tracked(*patterns):
    listed = subprocess.run(["git", "ls-files", "-z", *patterns], check=True, stdout=subprocess.PIPE, text=True).stdout
    return [Path(path) for path in listed.split("\0") if path]


def main(folder):
    documentation = Documentation(folder)
    links = []
    pages = [page for crate in folder.glob("cognito_cfn*") for page in crate.rglob("*.html")]
    for page in pages:
        links += [(page, unescape(link)) for link in HREF.findall(page.read_text())]
    for source in tracked("*.rs", "*.md", "*.stderr", "*.stdout", "*.txt"):
        links += [(source, link.rstrip(".,;:")) for link in MESSAGE.findall(source.read_text())]
    for page in tracked("*.md"):
        targets = [first or second for first, second in MARKDOWN.findall(page.read_text())]
        # Anchors of Markdown are checked in rustdoc's pages.
        links += [(page, target.split("#")[0]) for target in targets if not target.startswith(("#", "crate::"))]
    broken = sorted({f"{base}: {link}" for base, link in links if not documentation.resolves(link, base)})
    if not pages or broken:
        sys.exit("\n".join(["links that lead nowhere:", *broken]))
    print(f"{len(links)} links of {len(pages)} pages of rustdoc, of messages and of Markdown resolve")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
