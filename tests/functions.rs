//! The table of functions against CloudFormation's intrinsic function reference.

use cognito_cfn_schema::intrinsics::{FUNCTIONS, PSEUDO_PARAMETERS, tag};
use std::collections::BTreeSet;

#[test]
fn every_function_of_the_reference_is_in_the_language() {
    // The topics of the reference whose functions give values. `Fn::ForEach` makes members, and is `ForEach` of the runtime.
    let reference = "Fn::Base64 Fn::Cidr Fn::FindInMap Fn::GetAtt Fn::GetAZs Fn::GetStackOutput Fn::If Fn::ImportValue \
        Fn::Join Fn::Length Fn::Select Fn::Split Fn::Sub Fn::ToJsonString Fn::Transform Ref";
    let keys = FUNCTIONS.iter().map(|function| function.cloudformation).filter(|key| !key.is_empty());
    assert_eq!(keys.collect::<BTreeSet<_>>(), reference.split_whitespace().collect());
    for function in FUNCTIONS.iter().filter(|function| function.cloudformation.starts_with("Fn::")) {
        assert_eq!(format!("Fn::{}", function.name), function.cloudformation);
    }
}

#[test]
fn the_pages_that_name_the_language_extensions_are_known() {
    let extended = FUNCTIONS.iter().filter_map(|function| Some((function.name, function.extended_from?)));
    assert_eq!(extended.collect::<Vec<_>>(), [("FindInMap", 4), ("Length", 1), ("ToJsonString", 1)]);
}

#[test]
fn a_function_has_a_tag_where_its_page_shows_one() {
    let shown = "Ref Fn::Base64 Fn::Cidr Fn::FindInMap Fn::GetAtt Fn::GetAZs Fn::GetStackOutput Fn::ImportValue Fn::Join \
        Fn::Select Fn::Split Fn::Sub Fn::Transform Fn::And Fn::Equals Fn::If Fn::Not Fn::Or Condition";
    for key in shown.split_whitespace() {
        assert_eq!(tag(key), Some(key.trim_start_matches("Fn::")));
    }
    for key in ["Fn::Length", "Fn::ToJsonString", "Fn::Contains", "Fn::RefAll", "Fn::ForEach::Loop", "Fn::None", ""] {
        assert_eq!(tag(key), None, "{key}");
    }
}

#[test]
fn the_pseudo_parameters_are_those_of_their_page() {
    let page = "AWS::AccountId AWS::NotificationARNs AWS::NoValue AWS::Partition AWS::Region AWS::StackId AWS::StackName \
        AWS::URLSuffix";
    let known: BTreeSet<&str> = PSEUDO_PARAMETERS.iter().copied().collect();
    assert_eq!(known, page.split_whitespace().collect());
}
