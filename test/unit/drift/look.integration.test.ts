import { Readable } from "node:stream";
import { accounts, store } from "../../../provider/contract";
import type { Stack, Tenant } from "../lifecycle/stack";
import { exportOf, urnOf } from "./exported";
import { inBetween } from "./in-between";
import { Somebody, declared, smallTenant } from "./small-tenant";
import { lookAt } from "./stack-state";

let tenant: Tenant;
let stack: Stack;
let somebody: Somebody;

beforeEach(async () => {
  ({ tenant, stack } = await smallTenant());
  somebody = new Somebody(tenant, stack);
});

afterEach(() => tenant.stop());

const findings = async (more: Parameters<typeof lookAt>[2] = {}) =>
  (await lookAt(tenant.emulator, exportOf(stack), more)).findings;

/** What the emulator was sent since the last look: `GET /…`. */
async function sent(): Promise<string[]> {
  const answer = await fetch(`${tenant.emulator.url}/_emulator/requests`);
  const { requests } = (await answer.json()) as { requests: { method: string; path: string }[] };
  await fetch(`${tenant.emulator.url}/_emulator/requests`, { method: "DELETE" });
  return requests.map(({ method, path }) => `${method} ${path}`);
}

it("finds nothing where nobody changed anything, and knows all that is declared", async () => {
  const looked = await lookAt(tenant.emulator, exportOf(stack));
  expect(looked.findings).toEqual([]);
  expect(looked.notLookedAt).toEqual([]);
  expect(looked.coverage).toMatchObject({ percent: 100, managed: looked.coverage?.all });
  expect(looked).toMatchObject({ project: "tenant", stack: "dev", account: "admin", compared: 3 });
});

it("tells a changed value with its path, both values, what `up` does and the page", async () => {
  await somebody.describes("Somebody was here");
  const id = stack.idOf("state");
  expect(await findings()).toEqual([
    {
      type: "changed",
      change: "changed",
      kind: "Organisation",
      name: "state",
      id,
      urn: urnOf("Organisation", "state"),
      path: "description",
      declared: "Land",
      actual: "Somebody was here",
      says: '`description` of Organisation "state" was changed',
      organisation: { id, name: "Land Beispiel" },
      up: {
        plain: "nothing",
        refreshed: "update",
        says: "`pulumi up` alone changes nothing, because it does not read the platform. `pulumi up --refresh --run-program` sets the declared value again.",
      },
      link: `${tenant.emulator.url}/#/organisation/${id}`,
    },
  ]);
});

it("tells an object that is gone", async () => {
  await somebody.deletesBucket();
  expect(await findings()).toMatchObject([
    { type: "missing", change: "removed", kind: "Bucket", name: "roads", up: { refreshed: "create" } },
  ]);
});

it("tells in words who may do what after a role was changed, given or taken away", async () => {
  const [orgId, user] = [stack.idOf("state"), stack.idOf("erika")];
  await somebody.givesRole("orgAdmin");
  const max = await somebody.addsMember("max", "dataManager");
  expect(await findings()).toMatchObject([
    {
      type: "permission",
      kind: "User",
      path: "role",
      details: [
        `Erika Muster (${user}) may now act as orgAdmin in Land Beispiel (${orgId})`,
        `Erika Muster (${user}) may no longer act as themeManager in Land Beispiel (${orgId})`,
      ],
    },
    {
      type: "permission",
      change: "added",
      kind: "RoleAssignment",
      id: `${orgId}/${max}`,
      says: `max (${max}) may now act as dataManager in Land Beispiel (${orgId})`,
      up: { refreshed: "nothing" },
    },
  ]);
});

it("tells what nobody declared below the organisations of the stack, and once for what it holds", async () => {
  await tenant.user("moritz", await somebody.makesOrganisation("Amt Neu"), "user");
  await tenant.organisation("Not below the stack");
  const looked = await lookAt(tenant.emulator, exportOf(stack));
  expect(looked.findings.map(({ type, kind, name }) => [type, kind, name])).toEqual([
    ["unmanaged", "Organisation", "Amt Neu"],
    ["unmanaged", "User", "moritz"],
  ]);
  expect(looked.coverage?.kinds.find(({ kind }) => kind === "Organisation")).toEqual({
    kind: "Organisation",
    managed: 1,
    all: 2,
  });
});

describe("the list of organisations", () => {
  it("is no whole list if it lacks an organisation that the server shows alone", async () => {
    const { url, close } = await inBetween(tenant.emulator.url, (path, real) =>
      path.startsWith("/accounts/v1/organisations?") ? "[]" : real,
    );
    const looked = await lookAt({ ...tenant.emulator, url }, exportOf(stack).replaceAll(tenant.emulator.url, url));
    await close();
    expect(looked.notLookedAt).toContainEqual({
      kind: "Organisation",
      count: 1,
      urns: [urnOf("Organisation", "state")],
      why: "The server shows these objects one by one, but not in its list. So the list is not whole.",
    });
    expect(looked.coverage).toBeUndefined();
  });

  it("is a gap if it cannot be read, and all else is compared", async () => {
    await somebody.givesRole("dataManager");
    const body = JSON.stringify({ operation: "getOrganisations", fault: "500", times: 1000 });
    const headers = { "content-type": "application/json" };
    await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "POST", headers, body });
    const looked = await lookAt(tenant.emulator, exportOf(stack));
    expect(looked.notLookedAt).toMatchObject([
      { kind: "Organisation", why: expect.stringContaining("HC2500") as string },
    ]);
    expect(looked.findings).toMatchObject([{ kind: "User", path: "role" }]);
    expect(looked.coverage).toBeUndefined();
    expect(looked.requests.details).toBe(0);
    expect(looked.requests.repeated).toBeGreaterThan(0);
  });
});

it("counts a user who lost the last role", async () => {
  const path = { orgId: stack.idOf("state"), userId: stack.idOf("erika") };
  await tenant.byHand.call(accounts.removeMember, { path });
  const { coverage } = await lookAt(tenant.emulator, exportOf(stack));
  expect(coverage?.kinds).toContainEqual({ kind: "User", managed: 1, all: 1 });
});

it("counts a root organisation that the stack declares, and no other one", async () => {
  await stack.up([...declared, { kind: "Organisation", name: "root", values: () => ({ name: "Kreis Beispiel" }) }]);
  const { coverage } = await lookAt(tenant.emulator, exportOf(stack));
  expect(coverage?.kinds).toContainEqual({ kind: "Organisation", managed: 2, all: 2 });
});

it("looks also below a root that is given", async () => {
  await tenant.organisation("Beside the stack");
  expect((await findings({ roots: ["1"] })).map(({ name }) => name)).toEqual(["Beside the stack"]);
  await expect(findings({ roots: ["99"] })).rejects.toThrow("There is no organisation 99");
});

it("sends nothing but the login and GET requests, and reads lists, not objects", async () => {
  await sent();
  const { requests } = await lookAt(tenant.emulator, exportOf(stack));
  const all = await sent();
  expect(all.filter((it) => !it.startsWith("GET "))).toEqual(["POST /accounts/v1/auth/login"]);
  expect(requests).toMatchObject({ total: all.length, logins: 1 });
  expect(all.filter((it) => it.includes(stack.idOf("roads").split(".")[2] ?? ""))).toEqual([]);
});

it("says what it could not look at, once for a list that fails", async () => {
  const body = JSON.stringify({ operation: "store/data.listBuckets", fault: "500", times: 1000 });
  const headers = { "content-type": "application/json" };
  const { ok } = await fetch(`${tenant.emulator.url}/_emulator/faults`, { method: "POST", headers, body });
  expect(ok).toBe(true);
  const looked = await lookAt(tenant.emulator, exportOf(stack));
  expect(looked.findings).toEqual([]);
  expect(looked.notLookedAt).toContainEqual({
    kind: "Bucket",
    count: 1,
    urns: [urnOf("Bucket", "roads")],
    why: expect.stringContaining("HC2500") as string,
  });
});

describe("a file that is a resource of its own", () => {
  const bucket = {
    kind: "Bucket",
    name: "plans",
    values: () => ({ organisation: stack.idOf("state"), name: "Plans" }),
  };
  const plan = {
    kind: "BucketFile",
    name: "plan",
    values: () => ({ bucket: stack.idOf("plans"), name: "plan.txt", source: { content: "1" } }),
  };
  const pathTo = (file: string) => {
    const [, ownerId = "", bucketId = ""] = stack.idOf("plans").split("/")[1]?.split(".") ?? [];
    return { ownerType: "org", ownerId, bucketId, file } as const;
  };
  const byHand = async (file: string): Promise<void> => {
    const content = Buffer.from("2");
    const upload = { name: file, bytes: content.length, type: "text/plain", open: () => Readable.from([content]) };
    await tenant.byHand.call(store.data.addFiles, { path: pathTo(file), body: upload });
  };

  it("is told as a file if it is gone, and so is another one beside it", async () => {
    await stack.up([...declared, bucket, plan]);
    await tenant.byHand.call(store.data.deleteFile, { path: pathTo("plan.txt") });
    await byHand("other.txt");
    const found = await findings();
    expect(found.map(({ type, change, kind }) => `${type} ${change} ${kind}`).sort()).toEqual([
      "file added BucketFile",
      "file removed BucketFile",
    ]);
  });

  it("is nobody's business in a bucket of which no file is declared", async () => {
    await stack.up([...declared, bucket]);
    await byHand("other.txt");
    expect(await findings()).toEqual([]);
  });
});
