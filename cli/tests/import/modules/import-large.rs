//! The app clients of `import-large.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `Deep`.
pub fn deep() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Deep",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
        metadata: {
            "a": {
                "a": {
                    "a": {
                        "a": {
                            "a": {
                                "a": {
                                    "a": {
                                        "a": {
                                            "a": {
                                                "a": {
                                                    "a": {
                                                        "a": {
                                                            "a": {
                                                                "a": {
                                                                    "a": {
                                                                        "a": {
                                                                            "a": {
                                                                                "a": {
                                                                                    "a": {
                                                                                        "a": {
                                                                                            "a": {
                                                                                                "a": {
                                                                                                    "a": {
                                                                                                        "a": {
                                                                                                            "a": {
                                                                                                                "a": {
                                                                                                                    "a": {
                                                                                                                        "a": {
                                                                                                                            "a": {
                                                                                                                                "a": {
                                                                                                                                    "a": {
                                                                                                                                        "a": {
                                                                                                                                            "a": {
                                                                                                                                                "a": {
                                                                                                                                                    "a": {
                                                                                                                                                        "a": {
                                                                                                                                                            "a": {
                                                                                                                                                                "a": {
                                                                                                                                                                    "a": {
                                                                                                                                                                        "a": {
                                                                                                                                                                            "a": {
                                                                                                                                                                                "a": {
                                                                                                                                                                                    "a": {
                                                                                                                                                                                        "a": {
                                                                                                                                                                                            "a": {
                                                                                                                                                                                                "a": {
                                                                                                                                                                                                    "a": {
                                                                                                                                                                                                        "a": {
                                                                                                                                                                                                            "a": {
                                                                                                                                                                                                                "a": {
                                                                                                                                                                                                                    "a": {
                                                                                                                                                                                                                        "a": {
                                                                                                                                                                                                                            "a": {
                                                                                                                                                                                                                                "a": {
                                                                                                                                                                                                                                    "a": {
                                                                                                                                                                                                                                        "a": {
                                                                                                                                                                                                                                            "a": {
                                                                                                                                                                                                                                                "a": {
                                                                                                                                                                                                                                                    "a": {
                                                                                                                                                                                                                                                        "a": 1,
                                                                                                                                                                                                                                                    },
                                                                                                                                                                                                                                                },
                                                                                                                                                                                                                                            },
                                                                                                                                                                                                                                        },
                                                                                                                                                                                                                                    },
                                                                                                                                                                                                                                },
                                                                                                                                                                                                                            },
                                                                                                                                                                                                                        },
                                                                                                                                                                                                                    },
                                                                                                                                                                                                                },
                                                                                                                                                                                                            },
                                                                                                                                                                                                        },
                                                                                                                                                                                                    },
                                                                                                                                                                                                },
                                                                                                                                                                                            },
                                                                                                                                                                                        },
                                                                                                                                                                                    },
                                                                                                                                                                                },
                                                                                                                                                                            },
                                                                                                                                                                        },
                                                                                                                                                                    },
                                                                                                                                                                },
                                                                                                                                                            },
                                                                                                                                                        },
                                                                                                                                                    },
                                                                                                                                                },
                                                                                                                                            },
                                                                                                                                        },
                                                                                                                                    },
                                                                                                                                },
                                                                                                                            },
                                                                                                                        },
                                                                                                                    },
                                                                                                                },
                                                                                                            },
                                                                                                        },
                                                                                                    },
                                                                                                },
                                                                                            },
                                                                                        },
                                                                                    },
                                                                                },
                                                                            },
                                                                        },
                                                                    },
                                                                },
                                                            },
                                                        },
                                                    },
                                                },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    }
}

/// The app client `TooMany`.
pub fn too_many() -> CfnUserPoolClient {
    // error[UR16]: `callback_urls` has 101 items (maximum 100)
    // help: remove 1 item
    CfnUserPoolClient::from_json(
        "TooMany",
        &"{\n  \"Metadata\": {\n    \"quote\": \"\\\"#\\\"##\",\n    \"text\": \"a\\nb\\t\u{202e}\"\n  },\n  \"Properties\": {\n    \"CallbackURLs\": [\n      \"https://app0.example.org/callback\",\n      \"https://app1.example.org/callback\",\n      \"https://app2.example.org/callback\",\n      \"https://app3.example.org/callback\",\n      \"https://app4.example.org/callback\",\n      \"https://app5.example.org/callback\",\n      \"https://app6.example.org/callback\",\n      \"https://app7.example.org/callback\",\n      \"https://app8.example.org/callback\",\n      \"https://app9.example.org/callback\",\n      \"https://app10.example.org/callback\",\n      \"https://app11.example.org/callback\",\n      \"https://app12.example.org/callback\",\n      \"https://app13.example.org/callback\",\n      \"https://app14.example.org/callback\",\n      \"https://app15.example.org/callback\",\n      \"https://app16.example.org/callback\",\n      \"https://app17.example.org/callback\",\n      \"https://app18.example.org/callback\",\n      \"https://app19.example.org/callback\",\n      \"https://app20.example.org/callback\",\n      \"https://app21.example.org/callback\",\n      \"https://app22.example.org/callback\",\n      \"https://app23.example.org/callback\",\n      \"https://app24.example.org/callback\",\n      \"https://app25.example.org/callback\",\n      \"https://app26.example.org/callback\",\n      \"https://app27.example.org/callback\",\n      \"https://app28.example.org/callback\",\n      \"https://app29.example.org/callback\",\n      \"https://app30.example.org/callback\",\n      \"https://app31.example.org/callback\",\n      \"https://app32.example.org/callback\",\n      \"https://app33.example.org/callback\",\n      \"https://app34.example.org/callback\",\n      \"https://app35.example.org/callback\",\n      \"https://app36.example.org/callback\",\n      \"https://app37.example.org/callback\",\n      \"https://app38.example.org/callback\",\n      \"https://app39.example.org/callback\",\n      \"https://app40.example.org/callback\",\n      \"https://app41.example.org/callback\",\n      \"https://app42.example.org/callback\",\n      \"https://app43.example.org/callback\",\n      \"https://app44.example.org/callback\",\n      \"https://app45.example.org/callback\",\n      \"https://app46.example.org/callback\",\n      \"https://app47.example.org/callback\",\n      \"https://app48.example.org/callback\",\n      \"https://app49.example.org/callback\",\n      \"https://app50.example.org/callback\",\n      \"https://app51.example.org/callback\",\n      \"https://app52.example.org/callback\",\n      \"https://app53.example.org/callback\",\n      \"https://app54.example.org/callback\",\n      \"https://app55.example.org/callback\",\n      \"https://app56.example.org/callback\",\n      \"https://app57.example.org/callback\",\n      \"https://app58.example.org/callback\",\n      \"https://app59.example.org/callback\",\n      \"https://app60.example.org/callback\",\n      \"https://app61.example.org/callback\",\n      \"https://app62.example.org/callback\",\n      \"https://app63.example.org/callback\",\n      \"https://app64.example.org/callback\",\n      \"https://app65.example.org/callback\",\n      \"https://app66.example.org/callback\",\n      \"https://app67.example.org/callback\",\n      \"https://app68.example.org/callback\",\n      \"https://app69.example.org/callback\",\n      \"https://app70.example.org/callback\",\n      \"https://app71.example.org/callback\",\n      \"https://app72.example.org/callback\",\n      \"https://app73.example.org/callback\",\n      \"https://app74.example.org/callback\",\n      \"https://app75.example.org/callback\",\n      \"https://app76.example.org/callback\",\n      \"https://app77.example.org/callback\",\n      \"https://app78.example.org/callback\",\n      \"https://app79.example.org/callback\",\n      \"https://app80.example.org/callback\",\n      \"https://app81.example.org/callback\",\n      \"https://app82.example.org/callback\",\n      \"https://app83.example.org/callback\",\n      \"https://app84.example.org/callback\",\n      \"https://app85.example.org/callback\",\n      \"https://app86.example.org/callback\",\n      \"https://app87.example.org/callback\",\n      \"https://app88.example.org/callback\",\n      \"https://app89.example.org/callback\",\n      \"https://app90.example.org/callback\",\n      \"https://app91.example.org/callback\",\n      \"https://app92.example.org/callback\",\n      \"https://app93.example.org/callback\",\n      \"https://app94.example.org/callback\",\n      \"https://app95.example.org/callback\",\n      \"https://app96.example.org/callback\",\n      \"https://app97.example.org/callback\",\n      \"https://app98.example.org/callback\",\n      \"https://app99.example.org/callback\",\n      \"https://a.example.org/\"\n    ],\n    \"PreventUserExistenceErrors\": \"ENABLED\",\n    \"UserPoolId\": {\n      \"Ref\": \"UserPool\"\n    }\n  },\n  \"Type\": \"AWS::Cognito::UserPoolClient\"\n}"
        .parse::<cognito_cfn::Json>()
        .expect("it is JSON"),
    )
    .expect("it is an app client")
}

/// The app client `WebClient`.
pub fn web_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "WebClient",
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId],
        callback_urls: [
            "https://app0.example.org/callback",
            "https://app1.example.org/callback",
            "https://app2.example.org/callback",
            "https://app3.example.org/callback",
            "https://app4.example.org/callback",
            "https://app5.example.org/callback",
            "https://app6.example.org/callback",
            "https://app7.example.org/callback",
            "https://app8.example.org/callback",
            "https://app9.example.org/callback",
            "https://app10.example.org/callback",
            "https://app11.example.org/callback",
            "https://app12.example.org/callback",
            "https://app13.example.org/callback",
            "https://app14.example.org/callback",
            "https://app15.example.org/callback",
            "https://app16.example.org/callback",
            "https://app17.example.org/callback",
            "https://app18.example.org/callback",
            "https://app19.example.org/callback",
            "https://app20.example.org/callback",
            "https://app21.example.org/callback",
            "https://app22.example.org/callback",
            "https://app23.example.org/callback",
            "https://app24.example.org/callback",
            "https://app25.example.org/callback",
            "https://app26.example.org/callback",
            "https://app27.example.org/callback",
            "https://app28.example.org/callback",
            "https://app29.example.org/callback",
            "https://app30.example.org/callback",
            "https://app31.example.org/callback",
            "https://app32.example.org/callback",
            "https://app33.example.org/callback",
            "https://app34.example.org/callback",
            "https://app35.example.org/callback",
            "https://app36.example.org/callback",
            "https://app37.example.org/callback",
            "https://app38.example.org/callback",
            "https://app39.example.org/callback",
            "https://app40.example.org/callback",
            "https://app41.example.org/callback",
            "https://app42.example.org/callback",
            "https://app43.example.org/callback",
            "https://app44.example.org/callback",
            "https://app45.example.org/callback",
            "https://app46.example.org/callback",
            "https://app47.example.org/callback",
            "https://app48.example.org/callback",
            "https://app49.example.org/callback",
            "https://app50.example.org/callback",
            "https://app51.example.org/callback",
            "https://app52.example.org/callback",
            "https://app53.example.org/callback",
            "https://app54.example.org/callback",
            "https://app55.example.org/callback",
            "https://app56.example.org/callback",
            "https://app57.example.org/callback",
            "https://app58.example.org/callback",
            "https://app59.example.org/callback",
            "https://app60.example.org/callback",
            "https://app61.example.org/callback",
            "https://app62.example.org/callback",
            "https://app63.example.org/callback",
            "https://app64.example.org/callback",
            "https://app65.example.org/callback",
            "https://app66.example.org/callback",
            "https://app67.example.org/callback",
            "https://app68.example.org/callback",
            "https://app69.example.org/callback",
            "https://app70.example.org/callback",
            "https://app71.example.org/callback",
            "https://app72.example.org/callback",
            "https://app73.example.org/callback",
            "https://app74.example.org/callback",
            "https://app75.example.org/callback",
            "https://app76.example.org/callback",
            "https://app77.example.org/callback",
            "https://app78.example.org/callback",
            "https://app79.example.org/callback",
            "https://app80.example.org/callback",
            "https://app81.example.org/callback",
            "https://app82.example.org/callback",
            "https://app83.example.org/callback",
            "https://app84.example.org/callback",
            "https://app85.example.org/callback",
            "https://app86.example.org/callback",
            "https://app87.example.org/callback",
            "https://app88.example.org/callback",
            "https://app89.example.org/callback",
            "https://app90.example.org/callback",
            "https://app91.example.org/callback",
            "https://app92.example.org/callback",
            "https://app93.example.org/callback",
            "https://app94.example.org/callback",
            "https://app95.example.org/callback",
            "https://app96.example.org/callback",
            "https://app97.example.org/callback",
            "https://app98.example.org/callback",
            "https://app99.example.org/callback",
        ],
        prevent_user_existence_errors: Enabled,
        read_attributes: [
            Address,
            Email,
            Gender,
            Locale,
            Name,
            Nickname,
            Picture,
            Profile,
            Sub,
            Website,
            Zoneinfo,
            EmailVerified,
            "custom:tenant",
        ],
        supported_identity_providers: [Cognito],
        user_pool_id: Ref("UserPool"),
        write_attributes: [
            Address, Email, Gender, Locale, Name, Nickname, Picture, Profile, Website,
        ],
        metadata: {
            "key0": { "a": 0 },
            "key1": { "a": 1 },
            "key10": { "a": 10 },
            "key11": { "a": 11 },
            "key12": { "a": 12 },
            "key13": { "a": 13 },
            "key14": { "a": 14 },
            "key15": { "a": 15 },
            "key16": { "a": 16 },
            "key17": { "a": 17 },
            "key18": { "a": 18 },
            "key19": { "a": 19 },
            "key2": { "a": 2 },
            "key20": { "a": 20 },
            "key21": { "a": 21 },
            "key22": { "a": 22 },
            "key23": { "a": 23 },
            "key24": { "a": 24 },
            "key25": { "a": 25 },
            "key26": { "a": 26 },
            "key27": { "a": 27 },
            "key28": { "a": 28 },
            "key29": { "a": 29 },
            "key3": { "a": 3 },
            "key30": { "a": 30 },
            "key31": { "a": 31 },
            "key32": { "a": 32 },
            "key33": { "a": 33 },
            "key34": { "a": 34 },
            "key35": { "a": 35 },
            "key36": { "a": 36 },
            "key37": { "a": 37 },
            "key38": { "a": 38 },
            "key39": { "a": 39 },
            "key4": { "a": 4 },
            "key40": { "a": 40 },
            "key41": { "a": 41 },
            "key42": { "a": 42 },
            "key43": { "a": 43 },
            "key44": { "a": 44 },
            "key45": { "a": 45 },
            "key46": { "a": 46 },
            "key47": { "a": 47 },
            "key48": { "a": 48 },
            "key49": { "a": 49 },
            "key5": { "a": 5 },
            "key50": { "a": 50 },
            "key51": { "a": 51 },
            "key52": { "a": 52 },
            "key53": { "a": 53 },
            "key54": { "a": 54 },
            "key55": { "a": 55 },
            "key56": { "a": 56 },
            "key57": { "a": 57 },
            "key58": { "a": 58 },
            "key59": { "a": 59 },
            "key6": { "a": 6 },
            "key7": { "a": 7 },
            "key8": { "a": 8 },
            "key9": { "a": 9 },
        },
    }
}
