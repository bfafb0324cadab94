/** The environment of this process, without what it holds for another hale»connect, and without a proxy on the way to oneself. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^HALECONNECT_/.test(name) || name === "HALECONNECT_TEST_INSTALLED",
  );
  return { ...Object.fromEntries(kept), NO_PROXY: "127.0.0.1,localhost", no_proxy: "127.0.0.1,localhost" };
}
