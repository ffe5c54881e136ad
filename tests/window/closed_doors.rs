//! What a script in the page, or another program of the same user, tries and does not get.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::time::Duration;

use serde_json::{Value, json};
use system_tests::window::Machine;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_may_call_our_commands_and_nothing_else() {
    let machine = Machine::new();
    let window = machine.open(&machine.folder("office")).await;
    window.on_screen("first-run").await;

    for (command, arguments) in [
        ("plugin:dialog|open", json!({ "options": {} })),
        ("plugin:dialog|save", json!({ "options": {} })),
        (
            "plugin:fs|read_text_file",
            json!({ "path": "/etc/hostname" }),
        ),
        (
            "plugin:window|set_title",
            json!({ "label": "main", "value": "x" }),
        ),
        ("plugin:window|close", json!({ "label": "main" })),
        (
            "plugin:webview|create_webview_window",
            json!({ "options": { "label": "second", "url": "https://example.org" } }),
        ),
        (
            "plugin:event|listen",
            json!({ "event": "x", "target": { "kind": "Any" }, "handler": 1 }),
        ),
        ("plugin:event|emit", json!({ "event": "x", "payload": 1 })),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
        ("plugin:app|version", json!({})),
        ("plugin:shell|execute", json!({ "program": "sh" })),
    ] {
        let answer = window.ask(command, arguments).await;
        let refusal = answer["refused"].as_str().unwrap_or_default();
        assert!(
            refusal.contains("not allowed") || refusal.contains("not found"),
            "{command}: {answer}"
        );
    }

    let answer = window.ask("start", json!({})).await;
    assert_eq!(
        answer["ok"]["state"],
        json!("noOffice"),
        "our own commands answer: {answer}"
    );
    let answer = window.ask("find_victims", json!({ "query": "" })).await;
    assert_eq!(
        answer["refused"]["code"],
        json!("locked"),
        "without an open office there is nothing to ask: {answer}"
    );
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_loads_nothing_from_outside() {
    let machine = Machine::new();
    let window = machine.open(&machine.folder("office")).await;
    window.on_screen("first-run").await;

    let outside = TcpListener::bind("127.0.0.1:0").unwrap();
    outside.set_nonblocking(true).unwrap();
    let port = outside.local_addr().unwrap().port();
    // The page keeps what it tried until it is asked: a driver that waits for a script while frames and scripts are
    // refused around it loses its answer now and then.
    window
        .run(
            r"
            const [port] = arguments;
            const outside = `127.0.0.1:${port}/`;
            const blocked = [];
            document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
            const add = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
            add('script', { textContent: 'window.inlineRan = true' });
            add('script', { src: `http://${outside}x.js` });
            add('style', { textContent: 'body { color: red }' });
            add('img', { src: `http://${outside}x.png` });
            add('iframe', { src: `http://${outside}` });
            add('object', { data: `http://${outside}` });
            let evaluated = true;
            try { new Function('return 1')(); } catch { evaluated = false; }
            const attempts = [
                fetch(`http://${outside}`).then(() => true, () => false),
                new Promise((answer) => {
                    try {
                        const socket = new WebSocket(`ws://${outside}`);
                        socket.onopen = () => answer(true);
                        socket.onerror = () => answer(false);
                    } catch { answer(false); }
                }),
            ];
            Promise.all(attempts).then(async (reached) => {
                for (let frames = 0; frames < 60; frames += 1) await new Promise(requestAnimationFrame);
                window.tried = JSON.stringify({ blocked, reached, evaluated, inlineRan: window.inlineRan === true });
            });
            ",
            vec![json!(port)],
        )
        .await;
    window
        .until("return window.tried !== undefined", Value::Null)
        .await;
    let tried = window.run("return window.tried", vec![]).await;
    let tried: Value = serde_json::from_str(tried.as_str().unwrap()).unwrap();

    let visit = outside.accept().map_err(|nobody| nobody.kind());
    assert_eq!(
        visit.unwrap_err(),
        ErrorKind::WouldBlock,
        "the page reached out: {tried}"
    );
    assert_eq!(tried["inlineRan"], json!(false), "{tried}");
    assert_eq!(tried["evaluated"], json!(false), "{tried}");
    assert_eq!(tried["reached"], json!([false, false]), "{tried}");
    let blocked: Vec<&str> = tried["blocked"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for directive in [
        "script-src-elem",
        "style-src-elem",
        "img-src",
        "connect-src",
        "object-src",
    ] {
        assert!(
            blocked.contains(&directive),
            "{directive} blocked nothing: {tried}"
        );
    }
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_cannot_change_what_every_value_is_made_from() {
    let machine = Machine::new();
    let window = machine.open(&machine.folder("office")).await;
    window.on_screen("first-run").await;
    let frozen = window
        .run(
            "return Object.isFrozen(Object.prototype) && window.__TAURI__ === undefined",
            vec![],
        )
        .await;
    assert_eq!(frozen, json!(true));
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_program_cannot_drive_the_window_people_use() {
    let machine = Machine::new();
    let office = machine.folder("office");
    let driven = machine
        .drive_product(&office, Duration::from_secs(15))
        .await;
    assert!(driven.is_err(), "WebDriver drove countyline-desktop");

    let window = machine.open(&office).await;
    window.on_screen("first-run").await;
    window.close().await;
}
