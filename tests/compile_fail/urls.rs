#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn ur01_http() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["http://example.com/cb"],
    };
}

fn ur01_in_a_sub() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [Sub("http://app.example.com/${Path}"), Sub("http://${Host}/"), Sub("http://app.example${Rest}/")],
        logout_urls: [Sub("http://localhost:${Port}/"), Sub("http://app.example.com:80/${Path}")],
    };
}

fn ur01_in_an_arm() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: If("IsProd", ["https://example.com/"], ["http://example.com/"]),
    };
}

fn ur02_http() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        logout_urls: ["http://example.com/out"],
    };
}

fn ur07_address() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["http://192.168.1.50/", "http://[fe80::1]:80/"],
    };
}

fn ur08_fragment() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://example.com/cb#frag"],
    };
}

fn ur16_too_many() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [
        "a://0", "a://1", "a://2", "a://3", "a://4", "a://5", "a://6", "a://7", "a://8", "a://9", "a://10", "a://11", "a://12", "a://13", "a://14", "a://15", "a://16", "a://17", "a://18", "a://19", "a://20", "a://21", "a://22", "a://23", "a://24", "a://25", "a://26", "a://27", "a://28", "a://29", "a://30", "a://31", "a://32", "a://33", "a://34", "a://35", "a://36", "a://37", "a://38", "a://39", "a://40", "a://41", "a://42", "a://43", "a://44", "a://45", "a://46", "a://47", "a://48", "a://49", "a://50", "a://51", "a://52", "a://53", "a://54", "a://55", "a://56", "a://57", "a://58", "a://59", "a://60", "a://61", "a://62", "a://63", "a://64", "a://65", "a://66", "a://67", "a://68", "a://69", "a://70", "a://71", "a://72", "a://73", "a://74", "a://75", "a://76", "a://77", "a://78", "a://79", "a://80", "a://81", "a://82", "a://83", "a://84", "a://85", "a://86", "a://87", "a://88", "a://89", "a://90", "a://91", "a://92", "a://93", "a://94", "a://95", "a://96", "a://97", "a://98", "a://99", "a://100"
        ],
    };
}

fn ur17_empty() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        default_redirect_uri: "",
    };
}

fn ur17_invisible() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        logout_urls: ["https://example.com/\u{200b}"],
    };
}

fn ur17_space() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://example.com/a b"],
    };
}

fn ur17_too_long() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
    };
}

fn ur18_differs_by_a_slash() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://example.com/cb/"],
        default_redirect_uri: "https://example.com/cb",
    };
}

fn ur18_not_listed() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://example.com/cb"],
        default_redirect_uri: "https://other.example.com/cb",
    };
}

fn main() {}
