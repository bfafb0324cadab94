import http from "node:http";
import { organisation, startPlatform, type Platform, type Reply } from "../support/visitor";

let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform();
});
afterEach(() => platform.emulator.close());

const path = "/accounts/v1/organisations";
const create = () => platform.admin.post(path, { name: "Land Beispiel" });

async function arm(fault: Record<string, unknown>): Promise<Reply> {
  return platform.anonymous.post("/_emulator/faults", { operation: "createOrganisation", ...fault });
}

async function isCreated(): Promise<boolean> {
  const { body } = await platform.admin.get(path);
  return (body as { name: string }[]).some(({ name }) => name === "Land Beispiel");
}

describe("a fault before the work", () => {
  it.each([
    ["429", 429],
    ["500", 500],
    ["502", 502],
    ["503", 503],
    ["expired-token", 401],
  ])("%s answers %d in the shape of errors and creates nothing", async (fault, status) => {
    await arm({ fault });
    const reply = await create();
    expect(reply).toMatchObject({ status, body: { code: status, error: true, message: expect.any(String) as string } });
    expect(await isCreated()).toBe(false);
    expect((await create()).status).toBe(201);
  });

  it("says when to come back: 429 always, 503 when asked to", async () => {
    await arm({ fault: "429", seconds: 7 });
    await arm({ fault: "503" });
    await arm({ fault: "503", seconds: 0 });
    const after = [await create(), await create(), await create()].map(({ headers }) => headers.get("retry-after"));
    expect(after).toEqual(["7", null, "0"]);
  });

  it("reset-before breaks the connection and creates nothing", async () => {
    await arm({ fault: "reset-before" });
    await expect(create()).rejects.toThrow();
    expect(await isCreated()).toBe(false);
  });

  it("timeout lets the client wait without an answer, and creates nothing", async () => {
    await arm({ fault: "timeout" });
    await expect(waitBriefly()).rejects.toThrow(/given up/);
    expect(await isCreated()).toBe(false);
  });
});

describe("a fault after the work", () => {
  it("500-after-commit says that it failed, and it is created", async () => {
    await arm({ fault: "500-after-commit" });
    expect((await create()).status).toBe(500);
    expect(await isCreated()).toBe(true);
  });

  it("reset-after breaks the connection, and it is created", async () => {
    await arm({ fault: "reset-after" });
    await expect(create()).rejects.toThrow();
    expect(await isCreated()).toBe(true);
  });

  it("timeout-after-commit breaks off after the given time, and it is created", async () => {
    await arm({ fault: "timeout-after-commit", seconds: 0.01 });
    await expect(create()).rejects.toThrow();
    expect(await isCreated()).toBe(true);
  });

  it("truncated promises the whole body and sends half of it", async () => {
    await arm({ fault: "truncated" });
    const { promised, received } = await readRaw();
    expect(received).toBe(Math.floor(promised / 2));
    expect(await isCreated()).toBe(true);
  });

  it("slow answers late", async () => {
    await arm({ fault: "slow", seconds: 0.01 });
    expect((await create()).status).toBe(201);
  });
});

describe("the control of faults", () => {
  it("lists the armed faults, and forgets them on demand", async () => {
    await arm({ fault: "429", after: 1 });
    const listed = await platform.anonymous.get("/_emulator/faults");
    expect(listed.body).toEqual({ faults: [{ operation: "createOrganisation", fault: "429", times: 1, after: 1 }] });
    await platform.anonymous.delete("/_emulator/faults");
    expect((await platform.anonymous.get("/_emulator/faults")).body).toEqual({ faults: [] });
    expect((await create()).status).toBe(201);
  });

  it("refuses unknown faults, and names every mistake", async () => {
    const { status, body } = await arm({ fault: "flood", times: 0, colour: "red" });
    expect(status).toBe(422);
    expect((body as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual([
      "fault",
      "times",
      "colour",
    ]);
    expect(await arm({ operation: "createWorld", fault: "500" })).toMatchObject({
      status: 422,
      body: { fields: [{ field: "operation" }] },
    });
  });

  it("tells operations of several services apart by a key that names the service", async () => {
    expect(await arm({ operation: "listBuckets", fault: "500" })).toMatchObject({
      status: 422,
      body: { fields: [{ message: expect.stringContaining("store/data.listBuckets, store/schemas.list") as string }] },
    });
    await arm({ operation: "store/schemas.listBuckets", fault: "503" });
    expect((await platform.admin.get("/store/data/overview")).status).toBe(200);
    expect((await platform.admin.get("/store/schemas/overview")).status).toBe(503);
    const { operations } = (await platform.anonymous.get("/_emulator/requests")).body as { operations: object };
    expect(operations).toMatchObject({ "store/data.listBuckets": 1, "store/schemas.listBuckets": 1 });
  });

  it("hits every operation with a star", async () => {
    const id = await organisation(platform.admin, "Land");
    await arm({ operation: "*", fault: "503", times: 2 });
    expect((await platform.admin.get(path)).status).toBe(503);
    expect((await platform.admin.get(`${path}/${id}`)).status).toBe(503);
    expect((await platform.admin.get(path)).status).toBe(200);
  });
});

describe("closing", () => {
  it("breaks off an answer that is held", async () => {
    await arm({ fault: "timeout" });
    const end = create().then(
      () => "answered",
      () => "broken off",
    );
    await untilMet();
    await platform.emulator.close();
    expect(await end).toBe("broken off");
    platform = await startPlatform();
  });
});

/** A fault that was met is no longer armed. */
async function untilMet(): Promise<void> {
  while (JSON.stringify((await platform.anonymous.get("/_emulator/faults")).body) !== '{"faults":[]}');
}

function request(onResponse: (response: http.IncomingMessage) => void): http.ClientRequest {
  const body = JSON.stringify({ name: "Land Beispiel" });
  const headers = { authorization: `Bearer ${platform.admin.token ?? ""}`, "content-type": "application/json" };
  const sent = http.request(`${platform.emulator.url}${path}`, { method: "POST", headers }, onResponse);
  sent.end(body);
  return sent;
}

/** Gives up once the fault was met, so that the test waits for no time to pass. */
async function waitBriefly(): Promise<void> {
  const sent = request(() => undefined);
  const failed = new Promise<void>((_resolve, reject) => sent.once("error", reject));
  await untilMet();
  sent.destroy(new Error("given up"));
  await failed;
}

function readRaw(): Promise<{ promised: number; received: number }> {
  return new Promise((resolve) => {
    request((response) => {
      let received = 0;
      response.on("data", (chunk: Buffer) => (received += chunk.length));
      response.on("error", () => undefined);
      response.on("close", () => {
        resolve({ promised: Number(response.headers["content-length"]), received });
      });
    });
  });
}
