import { isOfThisMachine } from "../../../../emulator/server/control";
import { startPlatform, type Platform } from "../support/visitor";

let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform();
  await platform.anonymous.delete("/_emulator/requests");
});
afterEach(() => platform.emulator.close());

const report = async () => (await platform.anonymous.get("/_emulator/requests")).body;

describe("the list of requests", () => {
  it("has every request in order, with its operation and status, and leaves out control calls", async () => {
    await platform.anonymous.get("/");
    await platform.admin.get("/accounts/v1/organisations?limit=1");
    await platform.admin.get("/accounts/v1/organisations/99");
    await platform.admin.get("/accounts/v1/nothing");
    expect(await report()).toEqual({
      total: 4,
      operations: { getOrganisation: 1, getOrganisations: 1 },
      requests: [
        { method: "GET", path: "/", operation: null, status: 200 },
        { method: "GET", path: "/accounts/v1/organisations?limit=1", operation: "getOrganisations", status: 200 },
        { method: "GET", path: "/accounts/v1/organisations/99", operation: "getOrganisation", status: 404 },
        { method: "GET", path: "/accounts/v1/nothing", operation: null, status: 404 },
      ],
    });
  });

  it("shows a request that got no answer without a status", async () => {
    await platform.anonymous.post("/_emulator/faults", { operation: "*", fault: "reset-before" });
    await expect(platform.admin.get("/accounts/v1/organisations")).rejects.toThrow();
    expect(await report()).toMatchObject({ requests: [{ operation: "getOrganisations", status: null }] });
  });

  it("starts again from zero on demand", async () => {
    await platform.anonymous.get("/");
    await platform.anonymous.delete("/_emulator/requests");
    expect(await report()).toEqual({ total: 0, operations: {}, requests: [] });
  });
});

describe("control calls", () => {
  it.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])("are accepted from %s", (address) => {
    expect(isOfThisMachine(address)).toBe(true);
  });

  it.each(["10.0.0.1", "192.0.2.1", "2001:db8::1", "::ffff:10.0.0.1", "::"])("are refused from %s", (address) => {
    expect(isOfThisMachine(address)).toBe(false);
  });

  it("answer 404 in the shape of errors if there is no such call", async () => {
    expect(await platform.anonymous.get("/_emulator/nothing")).toMatchObject({ status: 404, body: { error: true } });
  });
});
