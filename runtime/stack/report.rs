//! Everything that the checks of a stack find.

use super::Stack;
use crate::error::Error;
use crate::warning::Warning;

/// The errors and the warnings of a stack, from [`Stack::report`].
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What keeps CloudFormation from deploying the stack.
    pub errors: Vec<Error>,
    /// What can be deployed but probably does not do what was intended.
    pub warnings: Vec<Warning>,
}

impl Stack {
    /// Everything that [`check`](Self::check) and [`synth`](Self::synth) report, errors and warnings together.
    pub fn report(&self) -> Report {
        let analysis = self.analyze();
        Report { errors: analysis.errors(), warnings: analysis.warnings() }
    }
}
