import { startForeign } from "../../foreign";
import { World } from "./client";

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

it("tells which requests it got", async () => {
  const before = world.foreign.requests().length;
  await world.admin.call("GET", "/identity/v2/roles?x=1");
  expect(world.foreign.requests().slice(before)).toEqual([{ method: "GET", path: "/identity/v2/roles" }]);
});

it("answers with a fault to a body that is no JSON, and to a path that is not served", async () => {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${world.foreign.url}/identity/v2/sessions`, { method: "POST", headers, body: "{" });
  expect([response.status, await response.json()]).toEqual([
    400,
    { fault: { status: 400, reason: "The request cannot be read.", details: [] } },
  ]);
  expect(await world.admin.call("GET", "/organisations")).toMatchObject({ status: 404, body: { fault: {} } });
  expect((await world.admin.call("GET", "/storage/v3/buckets/%E0%A4%A")).status).toBe(400);
});

it("takes a port, and frees it when it closes", async () => {
  const first = await startForeign();
  const port = Number(new URL(first.url).port);
  await expect(startForeign({ port })).rejects.toThrow("EADDRINUSE");
  await first.close();
  const second = await startForeign({ port });
  expect(second.url).toBe(first.url);
  await second.close();
});
