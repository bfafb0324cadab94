import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmulator, StartFailure } from "../../../emulator";
import { firstLineOf, startProcess } from "./support/own-process";
import { organisation, startPlatform, Visitor } from "./support/visitor";

const variable = "HALECONNECT_EMULATOR_PASSWORD";
const { [variable]: ofTheMachine, ...otherVariables } = process.env;
let data: string;
beforeEach(() => {
  process.env = { ...otherVariables };
  data = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-data-"));
});
afterEach(() => {
  process.env = { ...otherVariables, ...(ofTheMachine === undefined ? {} : { [variable]: ofTheMachine }) };
  fs.rmSync(data, { recursive: true, force: true });
});

const names = async (visitor: Visitor) =>
  ((await visitor.get("/accounts/v1/organisations")).body as { name: string }[]).map(({ name }) => name);

describe("a fresh emulator", () => {
  it("holds the operator's organisation, whose Superuser is the administrator", async () => {
    const { emulator, admin } = await startPlatform();
    expect(emulator).toMatchObject({ username: "admin", password: expect.stringMatching(/^.{24}$/) as string });
    expect(await names(admin)).toEqual(["Operator"]);
    expect((await admin.get("/accounts/v1/users/1/profile")).body).toMatchObject({ orgRoles: { "1": "orgAdmin" } });
    await emulator.close();
  });

  it("takes the given password, or that of the environment", async () => {
    process.env[variable] = "Environment-1";
    for (const [options, password] of [
      [{ administratorPassword: "Given-1234" }, "Given-1234"],
      [{}, "Environment-1"],
    ] as const) {
      const { emulator } = await startPlatform(options);
      expect(emulator.password).toBe(password);
      await emulator.close();
    }
  });

  it("listens only on this machine, on a free port", async () => {
    const [one, other] = [await startEmulator(), await startEmulator()];
    expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(other.url).not.toBe(one.url);
    await one.close();
    await other.close();
  });

  it("says that a port is taken, and what to do", async () => {
    const one = await startEmulator();
    const port = Number(new URL(one.url).port);
    const failure = await startEmulator({ port, dataDirectory: data }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartFailure);
    expect((failure as Error).message).toMatch(/cannot listen on 127\.0\.0\.1:\d+[^]*next: Choose another port/);
    expect(fs.existsSync(path.join(data, "emulator.lock"))).toBe(false);
    await one.close();
  });
});

describe("a data directory", () => {
  it("brings everything back: login, sessions, organisations, users", async () => {
    const first = await startPlatform({ dataDirectory: data });
    await organisation(first.admin, "Land", "1");
    await first.admin.put("/accounts/v1/organisations/2", { city: "Musterstadt" });
    const before = (await first.admin.get("/accounts/v1/organisations")).body;
    await first.emulator.close();

    const second = await startEmulator({ dataDirectory: data });
    expect(second.password).toBe(first.emulator.password);
    const sameToken = new Visitor(second.url, first.admin.token);
    expect((await sameToken.get("/accounts/v1/organisations")).body).toEqual(before);
    await second.close();
  });

  it("may come from an early emulator that knew only organisations and users", async () => {
    const events = [
      { type: "organisationCreated", organisation: { id: "1", name: "Operator", createdBy: "1", created: 1 } },
      {
        type: "userCreated",
        user: {
          id: "1",
          username: "admin",
          screenName: "Administrator",
          fullName: "Administrator",
          email: "admin@operator.example",
          orgRoles: { "1": "orgAdmin" },
          administrator: true,
          createdBy: "1",
          created: 1,
        },
      },
      { type: "passwordChanged", id: "1", passwordHash: "scrypt$AA==$AA==" },
      { type: "organisationUpdated", id: "1", changes: { city: "Musterstadt" } },
    ];
    const lines = [{ journal: "haleconnect-emulator", version: 1 }, ...events].map((line) => JSON.stringify(line));
    fs.writeFileSync(path.join(data, "journal.jsonl"), `${lines.join("\n")}\n`);
    const { emulator, admin } = await startPlatform({ dataDirectory: data });
    expect((await admin.get("/accounts/v1/organisations/1/members")).body).toMatchObject([
      { user: "1", role: "orgAdmin", status: "member", grantedBy: "1", granted: 1 },
    ]);
    expect((await admin.get("/resources/organisations/1")).body).toMatchObject({ capacity: { usage: 0 } });
    await emulator.close();
  });

  it("takes a new administrator's password, and forgets the old one", async () => {
    const first = await startPlatform({ dataDirectory: data });
    await first.emulator.close();
    const second = await startPlatform({ dataDirectory: data, administratorPassword: "Another-1" });
    await expect(second.anonymous.as("admin", first.emulator.password)).rejects.toThrow("Wrong credentials");
    await second.emulator.close();
    const third = await startPlatform({ dataDirectory: data });
    expect(third.emulator.password).toBe("Another-1");
    await third.emulator.close();
  });

  it("lets the administrator in again if the login file is lost", async () => {
    await (await startEmulator({ dataDirectory: data })).close();
    fs.rmSync(path.join(data, "administrator.json"));
    await (await startPlatform({ dataDirectory: data })).emulator.close();
  });

  it("hides secrets from other users, and keeps passwords out of the journal", async () => {
    const { emulator, admin } = await startPlatform({ dataDirectory: data });
    const person = { username: "erika", fullName: "Erika", email: "e@users.example", organisation: "1", role: "user" };
    await admin.post("/accounts/v1/users", { ...person, password: "Canary-4711" });
    await emulator.close();
    const modes = fs.readdirSync(data).map((file) => fs.statSync(path.join(data, file)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    const journal = fs.readFileSync(path.join(data, "journal.jsonl"), "utf8");
    expect(journal).toContain("erika");
    expect(journal).not.toContain("Canary-4711");
    expect(journal).not.toContain(emulator.password);
  });

  it("is used by one emulator at a time", async () => {
    const one = await startEmulator({ dataDirectory: data });
    await expect(startEmulator({ dataDirectory: data })).rejects.toThrow(/is in use[^]*next: Use that one/);
    await one.close();
    await (await startEmulator({ dataDirectory: data })).close();
  });
});

describe("kill -9", () => {
  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill("SIGKILL");
  });

  it("keeps everything that was answered, and the next emulator takes over", async () => {
    child = startProcess(data);
    const emulator = await firstLineOf(child);
    const admin = await new Visitor(emulator.url).as(emulator.username, emulator.password);
    const made = ["Operator"];
    for (let number = 1; number <= 25; number++) {
      await organisation(admin, `Kreis ${number}`, "1");
      made.push(`Kreis ${number}`);
    }
    child.kill("SIGKILL");
    await once(child, "exit");

    const next = await startPlatform({ dataDirectory: data });
    expect(next.emulator.password).toBe(emulator.password);
    expect(await names(next.admin)).toEqual(made);
    await next.emulator.close();
  });
});
