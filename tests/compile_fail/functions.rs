#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn address_block_of_a_long_prefix() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: Cidr("10.0.0.0/33", 6),
    };
}

fn attribute_missing() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: GetAtt("UserPool"),
    };
}

fn attribute_not_written_out() {
    let pool = "UserPool.Arn";
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: GetAtt(pool),
    };
}

fn cloudformation_spelling() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: FnJoin("-", ["a", "b"]),
    };
}

fn default_of_another_kind() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: FindInMap("Lives", "web", "access", "long"),
    };
}

fn default_without_keys() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: FindInMap("Names", "web"),
    };
}

fn function_for_a_macro() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Transform(Ref("Naming")),
    };
}

fn illegal_address_block() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: Cidr("10.0.0.0", 6, 8),
    };
}

fn illegal_attribute() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: GetAtt("UserPool", "A b"),
    };
}

fn illegal_condition() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: If("Is-Prod", 1, 2),
    };
}

fn illegal_dotted_attribute() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: GetAtt("User-Pool.Arn"),
    };
}

fn illegal_reference() {
    let _ = user_pool_client! {
        user_pool_id: Ref("User-Pool"),
    };
}

fn import_with_substitution() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: ImportValue("${Stack}-name"),
    };
}

fn item_before_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Select(-1, Ref("Names")),
    };
}

fn item_beyond_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Select(2, ["a", "b"]),
    };
}

fn item_of_no_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Select(0, []),
    };
}

fn list_as_default() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: FindInMap("Names", "web", "name", Split(",", Ref("Names"))),
    };
}

fn list_for_a_block() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        token_validity_units: Split(",", Ref("Units")),
    };
}

fn list_for_a_boolean() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: Split(",", "true,false"),
    };
}

fn list_for_a_word() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Cidr("10.0.0.0/16", 1, 8),
    };
}

fn list_for_an_integer() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: GetAZs(""),
    };
}

fn list_for_an_item() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://a.example.com/", Split(",", Ref("Urls"))],
    };
}

fn list_for_parameters() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Transform("Naming", ["a"]),
    };
}

fn list_for_text() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Split(",", Ref("Names")),
    };
}

fn list_in_an_arm() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: If("IsProd", "web", Split(",", Ref("Names"))),
    };
}

fn literal_for_variables() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Sub("${A}", "a"),
    };
}

fn literal_in_an_arm() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: If("IsProd", true, "no"),
    };
}

fn misspelt() {
    let _ = user_pool_client! {
        user_pool_id: Reff("UserPool"),
    };
}

fn misspelt_longer() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: ImportVal("name"),
    };
}

fn misspelt_zones() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: GetAzs(""),
    };
}

fn no_free_bits() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: Cidr(Ref("Block"), 6, 0),
    };
}

fn none_for_an_argument() {
    let _ = user_pool_client! {
        user_pool_id: Ref(None),
        client_name: If("IsProd", "web", None),
    };
}

fn number_for_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: Length(Ref("Urls")),
    };
}

fn number_for_a_name() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Ref(5),
    };
}

fn pseudo_parameter_of_no_kind() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Ref("AWS::Everything"),
    };
}

fn substitution_not_closed() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [Sub("https://${Domain/")],
    };
}

fn substitution_of_no_name() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [Sub("https://${my-domain}/")],
    };
}

fn substitution_of_nothing() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [Sub("https://${}/")],
    };
}

fn substitution_of_pseudo_parameter() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Sub("${AWS::Regio}"),
    };
}

fn text_for_a_count() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: Cidr("10.0.0.0/16", "6", 8),
    };
}

fn text_for_a_json_string() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: ToJsonString("a"),
    };
}

fn too_few_arguments() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: If("IsProd", 1),
    };
}

fn too_many_arguments() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Base64("a", "b"),
    };
}

fn too_many_blocks() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: Cidr("10.0.0.0/16", 300, 8),
    };
}

fn unknown_pseudo_parameter() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Ref("AWS::Regoin"),
    };
}

fn unknown_source() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: GetStackOutput("network", "Name", { account: "123456789012" }),
    };
}

fn unknown_word_as_default() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: FindInMap("Errors", "web", "told", Enable),
    };
}

fn unknown_word_in_an_arm() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: If("IsProd", Enabled, Off),
    };
}

fn variable_declared_twice() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Sub("${A}", { A: "a", A: "b" }),
    };
}

fn variable_without_value() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Sub("${A}", { A: }),
    };
}

fn main() {}
