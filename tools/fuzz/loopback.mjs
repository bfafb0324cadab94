/** The emulator fetches schemas from addresses that a call names. Addresses that a fuzzer made up are asked for nowhere. */
export function keepToLoopback() {
  const { fetch } = globalThis;
  globalThis.fetch = async (address, ...more) => {
    const { hostname } = new URL(address instanceof Request ? address.url : address);
    if (hostname !== "127.0.0.1" && hostname !== "[::1]") {
      throw new TypeError(`${hostname} is not asked: it is not this machine`);
    }
    return fetch(address, ...more);
  };
}
