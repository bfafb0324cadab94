import fs from "node:fs";
import path from "node:path";
import { recordedCallType, type RecordedCall } from "../../../../provider/client/recording";
import { Secret } from "../../../../provider/client/secret";
import { accounts } from "../../../../provider/contract";
import type { Emulator } from "../../../../emulator";
import { startForTest } from "../../../support/emulator";
import { clientFor, closeAll, failureOf, later, temporaryFolder } from "../scripted-server";
import { everyMark, leaksIn, marks } from "./marks";

let emulator: Emulator;
let file: string;

beforeEach(async () => {
  emulator = await startForTest();
  later(() => emulator.close());
  file = path.join(temporaryFolder(), "recording.jsonl");
});
afterEach(closeAll);

/** Makes an organisation and a user with marked values, and asks for both; also for what does not work. */
async function run(withValues = false): Promise<void> {
  const { url, username, password } = emulator;
  const client = clientFor(url, {
    credentials: { kind: "login", username, password: new Secret(password) },
    record: file,
    recordValues: withValues,
  });
  const { id: orgId } = await client.call(accounts.createOrganisation, {
    body: { name: marks.organisation, description: marks.description, phone: marks.phone, email: marks.email },
  });
  const body = {
    username: marks.username,
    fullName: marks.fullName,
    screenName: marks.screenName,
    email: marks.email,
    phone: marks.phone,
    street: marks.street,
    organisation: orgId,
    role: "orgAdmin",
    password: marks.password,
    customFields: { [marks.username]: marks.description },
  };
  const { id: userId } = await client.call(accounts.createUser, { body });
  await client.call(accounts.getProfile, { path: { userIdOrScreenName: userId } });
  await failureOf(client.call(accounts.createUser, { body }));
  await client.list(accounts.getOrganisations, {});
  await client.call(accounts.createOrganisationToken, {
    body: { name: "tiles", organisation: orgId },
  });
  client.close();
}

const text = (): string => fs.readFileSync(file, "utf8");
const calls = (): RecordedCall[] =>
  text()
    .trim()
    .split("\n")
    .map((line) => recordedCallType.parse(JSON.parse(line)));

describe("a recording by shape", () => {
  it("has a line for each call, with template, status and shapes", async () => {
    await run();
    expect(calls().map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      "createOrganisation 201",
      "createUser 201",
      "getProfile 200",
      "createUser 409",
      "getOrganisations 200",
      "createOrganisationToken 201",
    ]);
    const [organisation, , profile, , list] = calls();
    expect(organisation).toMatchObject({
      method: "POST",
      path: "/accounts/v1/organisations",
      emulator: true,
      body: { shape: { object: { name: "text", email: "text:e-mail" } } },
      answer: { shape: { object: { id: "text:number" } } },
    });
    expect(profile?.path).toBe("/accounts/v1/users/{userIdOrScreenName: number}/profile");
    expect(list?.answer).toMatchObject({ shape: { list: "2-9", of: { object: { id: "text:number" } } } });
  });

  it("tells words of the provider's own contract, and replaces names that are data by their kind", async () => {
    await run();
    const [, user] = calls();
    expect(user?.answer).toMatchObject({
      shape: {
        object: { status: expect.stringMatching(/^=/) as string, customFields: { object: { "<text>": "text" } } },
      },
    });
    expect(JSON.stringify(user?.answer)).toContain('"orgRoles":{"object":{"<number>":');
  });

  it("holds no value at all: no secret, no name, no e-mail address", async () => {
    await run();
    expect(leaksIn(text(), everyMark)).toEqual([]);
    expect(text()).not.toContain(emulator.password);
    expect(text()).not.toMatch(/eyJ/);
  });

  it("may be read by its owner alone", async () => {
    await run();
    expect(fs.statSync(file).mode & 0o077).toBe(0);
  });
});

describe("a recording with values", () => {
  it("keeps what is neither secret nor personal", async () => {
    await run(true);
    expect(leaksIn(text(), ["organisation"])).toEqual(["organisation"]);
    expect(calls()[4]?.answer).toMatchObject({ value: expect.arrayContaining([expect.anything()]) as unknown });
  });

  it("holds no secret, no personal name, no e-mail address and no telephone, nor in a message of the server", async () => {
    await run(true);
    const personal = ["password", "fullName", "screenName", "username", "email", "phone", "street"] as const;
    expect(leaksIn(text(), personal)).toEqual([]);
    expect(text()).not.toContain(emulator.password);
    const token = calls().find(({ operation }) => operation === "createOrganisationToken")?.answer;
    expect(token).toMatchObject({ value: { token: "[secret]" } });
  });
});

describe("recording is never in the way", () => {
  it("warns once if the file cannot be written, and the calls go on", async () => {
    const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    file = path.join(temporaryFolder(), "no-such-folder", "recording.jsonl");
    await run();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain("The recording is incomplete (HALECONNECT_RECORD");
    warn.mockRestore();
  });

  it("appends to what is there", async () => {
    fs.writeFileSync(file, "{}\n");
    await run();
    expect(text().split("\n")).toHaveLength(8);
    expect(text().startsWith("{}\n")).toBe(true);
  });

  it("makes no file without the setting", async () => {
    const { url, username, password } = emulator;
    const client = clientFor(url, { credentials: { kind: "login", username, password: new Secret(password) } });
    await client.list(accounts.getOrganisations, {});
    client.close();
    expect(fs.existsSync(file)).toBe(false);
  });
});
