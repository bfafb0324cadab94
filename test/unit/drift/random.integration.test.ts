import { accounts, store } from "../../../provider/contract";
import { Random } from "../../../tools/renamings/random";
import { Stack, Tenant, type Declaration } from "../lifecycle/stack";
import { exportOf } from "./exported";
import { lookAt } from "./stack-state";

const SIZE = 50;

/** Four objects for each number: an organisation, a user, a bucket, and a role of the user elsewhere. */
function program(): readonly Declaration[] {
  const numbers = Array.from({ length: SIZE }, (_, index) => index);
  const organisations = numbers.map((it) => ({
    kind: "Organisation",
    name: `org${it}`,
    values: () => ({ name: `Amt ${it}`, parent: "1", description: "as declared" }),
  }));
  const others = numbers.flatMap((it): Declaration[] => [
    {
      kind: "User",
      name: `user${it}`,
      values: (idOf) => ({
        username: `user${it}`,
        fullName: `Person ${it}`,
        email: `user${it}@users.example`,
        organisation: idOf(`org${it}`),
        role: "user",
        password: "Geheim-12345",
      }),
    },
    {
      kind: "Bucket",
      name: `bucket${it}`,
      values: (idOf) => ({
        organisation: idOf(`org${it}`),
        name: `Data ${it}`,
        public: false,
        files: [{ name: "a.txt", content: `a${it}` }],
      }),
    },
    {
      kind: "RoleAssignment",
      name: `role${it}`,
      values: (idOf) => ({ user: idOf(`user${it}`), organisation: idOf(`org${(it + 1) % SIZE}`), role: "user" }),
    },
  ]);
  return [...organisations, ...others];
}

/** What somebody does to the objects of one number, and what has to be told of it. */
type Edit = (it: number) => Promise<string>;

let tenant: Tenant;
let stack: Stack;
beforeAll(async () => {
  jest.spyOn(console, "warn").mockReturnValue();
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
  await stack.up(program());
}, 180_000);
afterAll(() => tenant.stop());

const orgOf = (it: number) => stack.idOf(`org${it % SIZE}`);
const userOf = (it: number) => stack.idOf(`user${it}`);
const told = (type: string, kind: string, id: string, path = "") => [type, kind, id, path].join(" ");

function bucketOf(it: number) {
  const [, ownerId = "", bucketId = ""] = stack.idOf(`bucket${it}`).split(".");
  return { ownerType: "org", ownerId, bucketId } as const;
}

const edits: readonly Edit[] = [
  async (it) => {
    const path = { orgId: orgOf(it) };
    await tenant.byHand.call(accounts.updateOrganisation, { path, body: { description: `edited ${it}` } });
    return told("changed", "Organisation", orgOf(it), "description");
  },
  async (it) => {
    const path = { orgId: orgOf(it), userId: userOf(it) };
    await tenant.byHand.call(accounts.assignRole, { path, body: { role: "dataManager" } });
    return told("permission", "User", userOf(it), "role");
  },
  async (it) => {
    const path = { orgId: orgOf(it + 1), userId: userOf(it) };
    await tenant.byHand.call(accounts.assignRole, { path, body: { role: "themeManager" } });
    return told("permission", "RoleAssignment", stack.idOf(`role${it}`), "role");
  },
  async (it) => {
    await tenant.byHand.call(accounts.removeMember, { path: { orgId: orgOf(it + 1), userId: userOf(it) } });
    return told("permission", "RoleAssignment", stack.idOf(`role${it}`));
  },
  async (it) => {
    await tenant.byHand.call(store.data.deleteBucket, { path: bucketOf(it) });
    return told("missing", "Bucket", stack.idOf(`bucket${it}`));
  },
  async (it) => {
    await tenant.byHand.call(store.data.deleteFile, { path: { ...bucketOf(it), file: "a.txt" } });
    return told("file", "Bucket", stack.idOf(`bucket${it}`), "files.a\\.txt.sha256");
  },
  async (it) => {
    const path = { orgId: orgOf(it) };
    const made = await tenant.byHand.call(accounts.createSuborganisation, { path, body: { name: `Neu ${it}` } });
    return told("unmanaged", "Organisation", made.id);
  },
  async (it) => {
    const path = { ownerType: "org", ownerId: orgOf(it) } as const;
    const made = await tenant.byHand.call(store.data.createBucketWithOwner, { path, body: { name: `Neu ${it}` } });
    return told("unmanaged", "Bucket", `data/org.${orgOf(it)}.${made.bucket ?? ""}`);
  },
  async (it) => {
    const path = { orgId: orgOf(it), otherOrgId: orgOf(it + 1) };
    await tenant.byHand.call(accounts.shareOrganisation, { path });
    return told("permission", "OrganisationSharing", `${orgOf(it)}/${orgOf(it + 1)}`);
  },
  async (it) => {
    const path = { ...bucketOf(it), orgId: orgOf(it + 1) };
    await tenant.byHand.call(store.data.shareBucket, { path });
    return expect.stringContaining(`permission ContentSharing ${stack.idOf(`bucket${it}`)}`) as string;
  },
  async (it) => {
    const path = { orgId: orgOf(it + 5) };
    await tenant.byHand.call(accounts.addMember, { path, body: { user: userOf(it), role: "dataManager" } });
    return told("permission", "RoleAssignment", `${orgOf(it + 5)}/${userOf(it)}`);
  },
];

it("finds 40 random edits of 200 objects, no more and no fewer", async () => {
  const before = await lookAt(tenant.emulator, exportOf(stack));
  expect(before.findings).toEqual([]);
  expect(before.compared).toBe(4 * SIZE);
  const random = new Random(15);
  const numbers = Array.from({ length: SIZE }, (_, index) => index)
    .map((it) => ({ it, rank: random.next() }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, 40);
  const expected: string[] = [];
  for (const { it } of numbers) {
    expected.push(await random.pick(edits)(it));
  }
  const { findings, requests } = await lookAt(tenant.emulator, exportOf(stack));
  const found = findings.map(({ type, kind, id, path = "" }) => told(type, kind, id, path));
  expect(found).toHaveLength(expected.length);
  expect(found).toEqual(expect.arrayContaining(expected));
  // Only what is gone is asked for by itself, and once whether this account has a role at all.
  const gone = findings.filter(({ change, path }) => change === "removed" && path === undefined);
  expect(requests.details).toBeLessThanOrEqual(gone.length + 1);
});
