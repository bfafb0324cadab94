import fs from "node:fs";
import path from "node:path";
import { installedFolder } from "./support/installed-folder";
import { noDrift } from "./support/samples";
import { program, Tenant } from "./support/tenant";
import { writesAmong } from "./support/writes";

/** One life of a stack with buckets, told in order. */
const all = ['"notes.txt"', '"data/**/*.csv"', '{ name: "about/readme.txt", content: "Roads of the county" }'];
const declared = (files = all, ...more: readonly string[]) =>
  program(
    'const org = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'const town = new Organisation("town", { name: "Stadt Muster", parent: org });',
    'const erika = new User("erika", { username: "erika", fullName: "Erika", email: "erika@users.example", organisation: org, role: "dataManager" });',
    `const roads = new Bucket("roads", { organisation: org, name: "Roads", author: "Erika", files: [${files.join(", ")}] });`,
    'new BucketFile("hint", { bucket: roads, name: "hint.txt", source: { path: "hint.txt" } });',
    'const plans = new Bucket("plans", { organisation: org, store: "attachments", name: "Plans", files: [{ name: "plan.txt", content: "" }] });',
    'new ContentSharing("roads for the town", { content: roads, sharedWith: town });',
    'new ContentSharing("roads for Erika", { content: roads, collaborator: erika });',
    'new ContentSharing("roads for all", { content: roads, public: true });',
    'new ContentSharingList("plans", { content: plans, sharedWith: [town], collaborators: [erika], public: false });',
    ...more,
  );

let tenant: Tenant;
const write = (name: string, text: string): void => {
  const place = path.join(tenant.folder, name);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, text);
};
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), declared());
  write("notes.txt", "notes");
  write("hint.txt", "hint");
  write("data/a.csv", "id\n1\n");
  write("data/north/b.csv", "id\n2\n");
  write("data/c.json", "{}");
});
afterAll(() => tenant.stop());

const roads = async () => {
  const [found] = (await tenant.outOfBand.buckets("data")).filter(({ name }) => name === "Roads");
  return { ...found, id: `data/${found?.combinedId ?? ""}` };
};
const names = (bucket = "Roads") => tenant.outOfBand.filesOf("data", bucket);
const up = ["up", "--yes", "--skip-preview", "--non-interactive"];
/** The same program with the bucket under its later name. */
const asWays = (files: ReturnType<typeof declared>, driver = "s3") => ({
  "index.js": (files["index.js"] ?? "").replace('name: "Roads"', `name: "Ways", driver: "${driver}"`),
});
const renamed = all.slice(0, 2);
const here = ["a.csv", "about/readme.txt", "hint.txt", "north/b.csv", "notes.txt"];

describe("buckets and their files under the real engine", () => {
  it("go up by path, by pattern and by content, even an empty one, each in one request", async () => {
    await tenant.outOfBand.names();
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ create: 11 });
    const sent = await tenant.requests();
    expect(await names()).toEqual(here);
    expect(await tenant.outOfBand.download((await roads()).id, "north/b.csv")).toBe("id\n2\n");
    expect(await tenant.outOfBand.filesOf("attachments", "Plans")).toEqual(["plan.txt"]);
    expect(sent.filter((operation) => operation === "store/data.replaceFile")).toHaveLength(5);
    expect(sent.filter((operation) => operation === "store/data.createBucketWithOwner")).toHaveLength(1);
    expect(sent.filter((operation) => operation === "login")).toHaveLength(1);
  });

  it("are shared in both forms", async () => {
    const { organisation, user } = await townAndErika();
    const shared = {
      sharedWith: [expect.objectContaining({ organisation }) as unknown],
      collaborators: [expect.objectContaining({ user }) as unknown],
    };
    expect(await roads()).toMatchObject({ ...shared, properties: { sharingOptions: { public: true } } });
    expect(await tenant.outOfBand.buckets("attachments")).toMatchObject([shared]);
  });

  it("do not change in a second up, which sends no request; a refresh shows no drift", async () => {
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 11 });
    expect(await tenant.requests()).toEqual([]);
    expect((await tenant.pulumi(noDrift)).code).toBe(0);
  });

  it("show a changed file as an update, and send only that file", async () => {
    write("data/a.csv", "id\n1\n3\n");
    const { output } = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(output).toMatch(/~ 1 to update/);
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 10, update: 1 });
    expect(writesAmong(await tenant.requests())).toEqual(["store/data.replaceFile"]);
    expect(await tenant.outOfBand.download((await roads()).id, "a.csv")).toBe("id\n1\n3\n");
  });

  it("lose a file that is no longer declared, and keep a file of somebody else", async () => {
    await tenant.outOfBand.upload((await roads()).id, "theirs.txt", "somebody else's");
    fs.rmSync(path.join(tenant.folder, "data", "north"), { recursive: true });
    tenant.edit(declared(all.slice(0, 2)));
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 10, update: 1 });
    expect(writesAmong(await tenant.requests())).toEqual(["store/data.deleteFile", "store/data.deleteFile"]);
    expect(await names()).toEqual(["a.csv", "hint.txt", "notes.txt", "theirs.txt"]);
    expect((await tenant.pulumi(noDrift)).code).toBe(0);
  });

  it("show in a refresh what somebody else changed or removed, and repair it", async () => {
    const { id } = await roads();
    await tenant.outOfBand.upload(id, "notes.txt", "scribbled");
    await tenant.outOfBand.upload(id, "hint.txt", "scribbled as well");
    const path = id.split(/[/.]/).slice(1).join("/");
    await tenant.outOfBand.send("DELETE", `/store/data/raw/${path}/a.csv`);
    const { organisation } = await townAndErika();
    await tenant.outOfBand.send("DELETE", `/store/data/buckets/${path}/sharing/${organisation}`);
    const drift = await tenant.pulumi([...noDrift, "--diff"]);
    expect(drift.code).toBe(7);
    expect(drift.output).toMatch(/~ 2 to update/);
    expect(drift.output).toMatch(/- 1 to delete/);
    expect(drift.output).toMatch(/notes\.txt/);

    await tenant.stack.up({ refresh: true, runProgram: true });
    expect(await tenant.outOfBand.download(id, "notes.txt")).toBe("notes");
    expect(await tenant.outOfBand.download(id, "hint.txt")).toBe("hint");
    expect(await names()).toEqual(["a.csv", "hint.txt", "notes.txt", "theirs.txt"]);
    expect((await roads()).sharedWith).toHaveLength(1);
    expect((await tenant.pulumi(noDrift)).code).toBe(0);
  });

  it("change their name in place, without sending a file", async () => {
    tenant.edit({ "index.js": (declared(all.slice(0, 2))["index.js"] ?? "").replace('"Roads"', '"Ways"') });
    await tenant.requests();
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 10, update: 1 });
    expect(writesAmong(await tenant.requests())).toEqual(["store/data.setBucketName"]);
    expect(await tenant.outOfBand.contents("data")).toEqual(["Ways"]);
  });

  it("keep a file that moves from its bucket to its own resource and back", async () => {
    const [first = "", ...rest] = renamed.slice(0, 2);
    const alone = `new BucketFile("notes", { bucket: roads, name: "notes.txt", source: { path: "notes.txt" }, adopt: "ifExists" });`;
    tenant.edit(asWays(declared(rest, alone)));
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 10, update: 1, create: 1 });
    expect(await names("Ways")).toEqual(["a.csv", "hint.txt", "notes.txt", "theirs.txt"]);
    tenant.edit(asWays(declared([first, ...rest])));
    expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ same: 10, update: 1, delete: 1 });
    expect(await names("Ways")).toEqual(["a.csv", "hint.txt", "notes.txt", "theirs.txt"]);
    expect((await tenant.pulumi(noDrift)).code).toBe(0);
  });

  it("are neither replaced nor deleted with somebody else's file, but are without it", async () => {
    tenant.edit(asWays(declared(renamed), "git"));
    const { output } = await tenant.pulumi(["preview", "--non-interactive"]);
    // hint.txt is the stack's own: its resource deletes it before.
    expect(output).toMatch(/holds 1 file that it does not declare\. These would be lost: "theirs\.txt"\./);
    expect((await tenant.pulumi(up)).output).toMatch(/HC5003 Bucket "Ways" [^]*These would be lost: "theirs\.txt"\./);
    expect(await names("Ways")).toEqual(["a.csv", "notes.txt", "theirs.txt"]);
    const [found] = (await tenant.outOfBand.buckets("data")).filter(({ name }) => name === "Ways");
    const place = (found?.combinedId ?? "").split(".").join("/");
    await tenant.outOfBand.send("DELETE", `/store/data/raw/${place}/theirs.txt`);
    await tenant.stack.up();
    expect(await names("Ways")).toEqual(["a.csv", "hint.txt", "notes.txt"]);
    expect((await tenant.pulumi(noDrift)).code).toBe(0);
  });

  it("come down and leave nothing", async () => {
    await tenant.stack.destroy();
    expect(await tenant.outOfBand.names()).toEqual(["Operator"]);
    expect(await tenant.outOfBand.contents("data")).toEqual([]);
    expect(await tenant.outOfBand.contents("attachments")).toEqual([]);
  });
});

async function townAndErika() {
  const { id: organisation } = await tenant.outOfBand.organisation("Stadt Muster");
  const users = (await tenant.outOfBand.send("GET", "/accounts/v1/users")) as { id: string; username: string }[];
  return { organisation, user: users.find(({ username }) => username === "erika")?.id };
}
