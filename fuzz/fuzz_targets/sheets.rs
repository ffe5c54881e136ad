#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| countyline_fuzz::targets::sheets::run(bytes));
