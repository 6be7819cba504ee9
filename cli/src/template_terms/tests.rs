use super::*;
use cognito_cfn::json;

fn translated(text: &str, written: &str) -> String {
    let template = json!({ "Resources": { "Email": {} } });
    let terms = Terms::new(&template, text);
    let subject = Subject { code: Some("XX01"), path: "access_token_validity", value: None };
    terms.help(written, "", &subject)
}

#[test]
fn values_are_those_of_the_template() {
    for (written, yaml, json) in [
        ("`callback_urls`", "`CallbackURLs`", "`CallbackURLs`"),
        ("`token_validity_units.access_token`", "`TokenValidityUnits.AccessToken`", "`TokenValidityUnits.AccessToken`"),
        ("`AllowUserSrpAuth`", "`ALLOW_USER_SRP_AUTH`", "`ALLOW_USER_SRP_AUTH`"),
        ("`Allow…` flows", "`ALLOW_…` flows", "`ALLOW_…` flows"),
        ("`generate_secret: true`", "`GenerateSecret: true`", "`\"GenerateSecret\": true`"),
        ("`allowed_oauth_flows: [Code]`", "`AllowedOAuthFlows: [code]`", "`\"AllowedOAuthFlows\": [\"code\"]`"),
        (
            "`callback_urls: [\"https://a.example/\"]`",
            "`CallbackURLs: [\"https://a.example/\"]`",
            "`\"CallbackURLs\": [\"https://a.example/\"]`",
        ),
        (
            "`refresh_token_rotation: { feature: Disabled }`",
            "`RefreshTokenRotation: { Feature: DISABLED }`",
            "`\"RefreshTokenRotation\": { \"Feature\": \"DISABLED\" }`",
        ),
        ("`depends_on: [\"Provider\"]`", "`DependsOn: [Provider]`", "`\"DependsOn\": [\"Provider\"]`"),
        (
            "`Minutes(30)`",
            "`30` with `AccessToken: minutes` in `TokenValidityUnits`",
            "`30` with `\"AccessToken\": \"minutes\"` in `TokenValidityUnits`",
        ),
        (
            "`access_token_validity: Minutes(30)`",
            "`AccessTokenValidity: 30` with `AccessToken: minutes` in `TokenValidityUnits`",
            "`\"AccessTokenValidity\": 30` with `\"AccessToken\": \"minutes\"` in `TokenValidityUnits`",
        ),
        ("`Ref(\"Pool\")`", "`!Ref Pool`", "`{ \"Ref\": \"Pool\" }`"),
        ("`GetAtt(\"Pool\", \"Arn\")`", "`!GetAtt Pool.Arn`", "`{ \"Fn::GetAtt\": [\"Pool\", \"Arn\"] }`"),
        ("`Sub(\"${A}/b\")`", "`!Sub \"${A}/b\"`", "`{ \"Fn::Sub\": \"${A}/b\" }`"),
        ("`Sub`", "`!Sub`", "`Fn::Sub`"),
        ("`NoValue`", "`!Ref AWS::NoValue`", "`{ \"Ref\": \"AWS::NoValue\" }`"),
        ("`Join(\",\", Ref(\"A\"))`", "`!Join [\",\", !Ref A]`", "`{ \"Fn::Join\": [\",\", { \"Ref\": \"A\" }] }`"),
        (
            "`ImportValue(Sub(\"${A}-b\"))`",
            "`Fn::ImportValue: !Sub \"${A}-b\"`",
            "`{ \"Fn::ImportValue\": { \"Fn::Sub\": \"${A}-b\" } }`",
        ),
        (
            "`If(\"IsProd\", …, NoValue)`",
            "`!If [IsProd, …, !Ref AWS::NoValue]`",
            "`{ \"Fn::If\": [\"IsProd\", …, { \"Ref\": \"AWS::NoValue\" }] }`",
        ),
        (
            "`allow: [AF09]`",
            "`Metadata: { cognito-cfn: { allow: [AF09] } }`",
            "`\"Metadata\": { \"cognito-cfn\": { \"allow\": [\"AF09\"] } }`",
        ),
        ("`condition: \"IsProd\"`", "`Condition: IsProd`", "`\"Condition\": \"IsProd\"`"),
        (
            "`stack.transform(\"AWS::LanguageExtensions\")`",
            "`Transform: AWS::LanguageExtensions`",
            "`\"Transform\": \"AWS::LanguageExtensions\"`",
        ),
        ("`stack.condition(\"IsProd\", …)`", "`Conditions: { IsProd: … }`", "`\"Conditions\": { \"IsProd\": … }`"),
        ("`\"UserPoolTier\": \"ESSENTIALS\"`", "`UserPoolTier: ESSENTIALS`", "`\"UserPoolTier\": \"ESSENTIALS\"`"),
        ("`\"orders/read\"`", "`\"orders/read\"`", "`\"orders/read\"`"),
        ("`ExplicitAuthFlow`", "`ExplicitAuthFlows`", "`ExplicitAuthFlows`"),
        ("`Email` without quotes", "`Email`", "`Email`"),
        ("`Profile` without quotes", "`profile`", "`profile`"),
        ("`{{resolve:ssm:/a}}`", "`{{resolve:ssm:/a}}`", "`{{resolve:ssm:/a}}`"),
        ("`arn:<partition>:x`", "`arn:<partition>:x`", "`arn:<partition>:x`"),
        ("a ` alone", "a ` alone", "a ` alone"),
        ("callback_urls", "callback_urls", "callback_urls"),
    ] {
        assert_eq!(translated("Resources: {}", written), yaml);
        assert_eq!(translated("{}", written), json);
    }
}

#[test]
fn what_is_quoted_stays() {
    let value = json!("Profile");
    let template = json!({});
    let subject = Subject { code: Some("SC04"), path: "allowed_oauth_scopes[0]", value: Some(&value) };
    let terms = Terms::new(&template, "");
    assert_eq!(terms.message("unknown scope `Profile`", &subject), "unknown scope `Profile`");
    assert_eq!(terms.help("write `Profile` without quotes", "", &subject), "write `profile`");
}

#[test]
fn a_fault_of_the_template_has_no_enum_values() {
    let template = json!({});
    let subject = Subject { code: None, path: "", value: None };
    let terms = Terms::new(&template, "");
    assert_eq!(terms.message("the stack has no resource `Email`", &subject), "the stack has no resource `Email`");
}
