import { createHash } from "node:crypto";
import fs from "node:fs";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import SwaggerParser from "@apidevtools/swagger-parser";
import { parse } from "yaml";
import { accounts, actions, headers, services, store, type Upload } from "../../../../provider/contract";
import { closeAll, failureOf } from "../../client/scripted-server";
import { foreignContract, rehearsed, type Rehearsed } from "./rehearsal";

let there: Rehearsed;
beforeAll(async () => {
  there = await rehearsed(foreignContract);
});
afterAll(closeAll);

const file = (name: string, content: string): Upload => ({
  name,
  bytes: Buffer.byteLength(content),
  type: "text/plain",
  open: () => Readable.from([Buffer.from(content)]),
});

/** The requests since the last look, as the server got them. */
async function asked(): Promise<string[]> {
  const { url } = there.emulator;
  const { requests } = (await (await fetch(`${url}/_emulator/requests`)).json()) as {
    requests: { method: string; path: string }[];
  };
  await fetch(`${url}/_emulator/requests`, { method: "DELETE" });
  return requests.map(({ method, path }) => `${method} ${path}`);
}

describe("the embedded hale»connect as the contract file of the foreign platform says", () => {
  it("shows with each answer the digest of the file", async () => {
    const response = await fetch(`${there.emulator.url}/nowhere`);
    const digest = createHash("sha256").update(fs.readFileSync(foreignContract)).digest("hex");
    expect(response.headers.get(headers.contract)).toBe(digest);
    expect(await response.json()).toEqual({ fault: { reason: "There is no operation GET /nowhere." } });
  });

  it("lets the provider log in, and see who it is", async () => {
    await expect(there.client.whoAmI()).resolves.toMatchObject({ username: "admin", status: "active" });
    expect(await asked()).toEqual(
      expect.arrayContaining([
        "POST /identity/v2/sessions",
        "GET /identity/v2/accounts/me",
        "GET /identity/v2/accounts/1",
      ]),
    );
  });

  it("creates, changes, lists and deletes organisations", async () => {
    const { client } = there;
    const body = { name: "Soest", city: "Soest", email: "info@soest.example" };
    const made = await client.call(accounts.createOrganisation, { body });
    expect(made).toMatchObject({ ...body, id: expect.stringMatching(/^\d+$/) as string });
    const path = { orgId: made.id };
    const below = await client.call(accounts.createSuborganisation, { path, body: { name: "Werl" } });
    expect(below.parent).toBe(made.id);
    await client.call(accounts.updateOrganisation, { path, body: { city: "", legalName: "Stadt Soest" } });
    await client.call(accounts.setOrganisationCustomFields, { path, body: { code: "05974" } });
    const read = await client.call(accounts.getOrganisation, { path });
    expect(read).toMatchObject({ legalName: "Stadt Soest", customFields: { code: "05974" } });
    expect(read.city ?? "").toBe("");
    const all = await client.list(accounts.getOrganisations, {});
    expect(all).toMatchObject({ complete: true });
    expect(all.items.map(({ name }) => name)).toEqual(["Operator", "Soest", "Werl"]);
    await expect(client.list(accounts.getSuborganisations, { path })).resolves.toMatchObject({
      items: [{ name: "Werl" }],
    });
    const preview = await client.call(actions.previewOrganisationDeletion, { path: { orgId: below.id } });
    expect(preview).toMatchObject({ id: below.id, name: "Werl" });
    await client.call(actions.deleteOrganisation, { path: { orgId: below.id } });
    expect(await failureOf(client.call(accounts.getOrganisation, { path: { orgId: below.id } }))).toMatchObject({
      status: 404,
      serverMessage: expect.stringContaining("organisation") as string,
    });
    expect(await asked()).toEqual(
      expect.arrayContaining([
        `POST /directory/v2/organizations/${made.id}/children`,
        `PATCH /directory/v2/organizations/${made.id}`,
        "GET /directory/v2/organizations?page=1&size=200",
        "POST /jobs/v1/organization-removals",
      ]),
    );
  });

  it("creates, changes, deactivates, reactivates and deletes users", async () => {
    const { client } = there;
    const { id: organisation } = await client.call(accounts.createOrganisation, { body: { name: "Hamm" } });
    const made = await client.call(accounts.createUser, {
      body: {
        username: "mina",
        fullName: "M M",
        email: "mm@hamm.example",
        password: "Moonshine-42",
        organisation,
        role: "dataManager",
      },
    });
    expect(made).toMatchObject({ username: "mina", fullName: "M M", orgRoles: { [organisation]: "dataManager" } });
    const path = { userId: made.id };
    await expect(client.call(accounts.updateUser, { path, body: { fullName: "Mm" } })).resolves.toMatchObject({
      fullName: "Mm",
    });
    await expect(client.call(accounts.deactivateUser, { path })).resolves.toMatchObject({ status: "deactivated" });
    await expect(client.call(accounts.reactivateUser, { path })).resolves.toMatchObject({ status: "active" });
    await client.call(accounts.deleteUser, { path });
    expect(await asked()).toEqual(expect.arrayContaining([`DELETE /identity/v2/accounts/${made.id}`]));
  });

  it("gives and takes roles; one call of the server stands for two of the provider", async () => {
    const { client } = there;
    const { id: orgId } = await client.call(accounts.createOrganisation, { body: { name: "Unna" } });
    const { id: user } = await client.call(accounts.createUser, {
      body: {
        username: "udo",
        fullName: "U",
        email: "uu@unna.example",
        password: "Moonshine-42",
        organisation: "1",
        role: "user",
      },
    });
    await client.call(accounts.addMember, { path: { orgId }, body: { user, role: "user" } });
    await client.call(accounts.assignRole, { path: { orgId, userId: user }, body: { role: "orgAdmin" } });
    const { items } = await client.list(accounts.getMembers, { path: { orgId } });
    expect(items).toEqual([expect.objectContaining({ user, organisation: orgId, role: "orgAdmin", status: "member" })]);
    await expect(client.call(accounts.getMember, { path: { orgId, userId: user } })).resolves.toMatchObject({
      role: "orgAdmin",
    });
    await client.call(accounts.removeMember, { path: { orgId, userId: user } });
    await expect(client.list(accounts.getMembers, { path: { orgId } })).resolves.toMatchObject({ items: [] });
    const roles = await client.call(accounts.getRoles, {});
    expect(roles.map(({ id }) => id)).toEqual(expect.arrayContaining(["orgAdmin", "dataManager", "user"]));
  });

  it("keeps buckets with files, by the id of the bucket alone", async () => {
    const { client } = there;
    const of = store.data;
    const owner = { ownerType: "org", ownerId: "1" } as const;
    const { bucket } = await client.call(of.createBucketWithOwner, { path: owner, body: { name: "Roads" } });
    const path = { ...owner, bucketId: String(bucket) };
    await client.call(of.addFiles, { path, body: file("a.txt", "one") });
    await client.call(of.replaceFile, { path: { ...path, file: "a.txt" }, body: file("a.txt", "two") });
    const given = await client.call(of.getFile, { path: { ...path, file: "a.txt" } });
    expect(await text(given.stream)).toBe("two");
    await client.call(of.setBucketName, { path, body: "Streets" });
    await client.call(of.setBucketProperty, { path: { ...path, property: "author" }, body: "me" });
    const info = await client.call(of.getBucketInfo, { path });
    expect(info).toMatchObject({ name: "Streets", driver: "s3", files: [{ name: "a.txt", bytes: 3 }] });
    const { items } = await client.list(of.listBuckets, { query: { includeFiles: true } });
    expect(items).toEqual([
      expect.objectContaining({
        combinedId: `org.1.${String(bucket)}`,
        files: [expect.objectContaining({ name: "a.txt" })],
      }),
    ]);
    await client.call(of.deleteFile, { path: { ...path, file: "a.txt" } });
    await client.call(of.deleteBucket, { path });
    expect(await failureOf(client.call(of.getBucketInfo, { path }))).toMatchObject({ status: 404 });
  });

  it("does not serve what the file calls missing, nor what it finds in a list", async () => {
    const { url } = there.emulator;
    for (const path of [
      "/accounts/v1/organisations/1/suborganisations",
      "/resources/v1/organisations",
      "/identity/v2/users",
    ]) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
  });

  it("refuses a field under the provider's name, in the words of the file", async () => {
    const { url, username, password } = there.emulator;
    const post = (path: string, body: unknown, more = {}): Promise<Response> =>
      fetch(`${url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...more },
        body: JSON.stringify(body),
      });
    const login = (await (await post("/identity/v2/sessions", { login: username, secret: password })).json()) as {
      access_token: string;
    };
    const authorization = { authorization: `Bearer ${login.access_token}` };
    const refused = await post("/directory/v2/organizations", { name: "Soest" }, authorization);
    expect(refused.status).toBe(422);
    const { fault } = (await refused.json()) as { fault: { details: object[] } };
    expect(fault.details).toEqual([{ attribute: "name", problem: "there is no such field" }]);
    const invalid = await post("/directory/v2/organizations", { display_name: "" }, authorization);
    expect(await invalid.json()).toMatchObject({ fault: { details: [{ attribute: "display_name" }] } });
  });

  it("tells what it cannot serve as the file says, once for each line", () => {
    const lines = there.emulator.remarks.map((remark) =>
      remark.replace(/^.*haleconnect\.contract\.yaml:\d+:\d+: /, ""),
    );
    expect(lines).toContain(
      "getProfileOfCurrentUser, getProfile, getUsers, createUser, updateUser, deactivateUser, reactivateUser: `orgRoles` and `status` come from expressions. They travel in the provider's own form, and the expressions are not tried.",
    );
    expect(lines).toContain(
      "assignRole: a call may mean addMember as well, and nothing in it tells which. The server tries one, and the other if that is refused.",
    );
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe.each(services.map((service) => [service.name, service] as const))("the document of %s", (_name, service) => {
  it("is valid", async () => {
    const response = await fetch(`${there.emulator.url}${service.folder}/swagger.yaml`);
    const document = parse(await response.text()) as Parameters<typeof SwaggerParser.validate>[0];
    await expect(SwaggerParser.validate(document)).resolves.toMatchObject({ swagger: "2.0" });
  });
});
