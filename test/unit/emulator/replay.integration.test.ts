import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { WorldEvent } from "../../../emulator/world/events";
import { everything, shownTo, type Secrets } from "./support/everything";
import { firstLineOf, startProcess } from "./support/own-process";
import { startPlatform, strong, Visitor, type Platform } from "./support/visitor";

let data: string;
let before: Record<string, unknown>;
let secrets: Secrets;
let journal: string;
let platform: Platform;
let child: ChildProcess | undefined;

/** Everything happens in a process that is killed; another one goes on with what it left. */
beforeAll(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-replay-"));
  child = startProcess(data);
  const emulator = await firstLineOf(child);
  const admin = await new Visitor(emulator.url).as(emulator.username, emulator.password);
  secrets = await everything(admin);
  before = await shownTo(admin);
  child.kill("SIGKILL");
  await once(child, "exit");
  journal = fs.readFileSync(path.join(data, "journal.jsonl"), "utf8");
  fs.writeFileSync(path.join(data, "files", "f".repeat(64)), "forgotten");
  fs.writeFileSync(path.join(data, "files", "0815.new"), "half");
  platform = await startPlatform({ dataDirectory: data });
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await platform.emulator.close();
  fs.rmSync(data, { recursive: true, force: true });
});

describe("a platform with every kind of event", () => {
  it("has had every event", () => {
    const had = new Set(
      journal
        .split("\n")
        .slice(1, -1)
        .map((line) => (JSON.parse(line) as WorldEvent).type),
    );
    const types = WorldEvent.options.map(({ shape }) => shape.type.value);
    expect(types.filter((type) => !had.has(type))).toEqual([]);
  });

  it("is the same after `kill -9`, files included", async () => {
    expect(await shownTo(platform.admin)).toEqual(before);
  });

  it("lets only the same people in", async () => {
    const { anonymous } = platform;
    for (const [username, password] of [
      ["superuser", "Moonshine-42"],
      ["invited", strong],
      ["confirmed", strong],
    ] as const) {
      await expect(anonymous.as(username, password)).resolves.toBeDefined();
    }
    for (const [username, password] of [
      ["superuser", strong],
      ["member", "Starshine-42"],
      ["open", strong],
      ["gone", strong],
    ] as const) {
      await expect(anonymous.as(username, password)).rejects.toThrow("Wrong credentials");
    }
  });

  it("keeps passwords, keys of links and tokens only as hashes", () => {
    const canaries = [...secrets.passwords, ...secrets.tokens, ...secrets.usedKeys, ...Object.values(secrets.openKeys)];
    expect(new Set(canaries).size).toBe(12);
    const kept = fs
      .readdirSync(data, { recursive: true, encoding: "utf8" })
      .map((file) => path.join(data, file))
      .filter((file) => fs.statSync(file).isFile())
      .map((file) => fs.readFileSync(file, "latin1"))
      .join("\n");
    for (const canary of canaries) {
      expect(kept).not.toContain(canary);
      expect(kept).not.toContain(Buffer.from(canary).toString("base64"));
      expect(kept).not.toContain(Buffer.from(canary).toString("hex"));
    }
  });

  it("still takes only the links that were mailed and not used", async () => {
    const { anonymous } = platform;
    const activate = (key: string) => anonymous.put("/accounts/v1/registrations", { key, password: strong });
    const reset = (key: string) => anonymous.put("/accounts/v1/passwords/resets", { key, password: strong });
    expect((await activate(secrets.openKeys.activation)).status).toBe(200);
    expect((await reset(secrets.openKeys.passwordReset)).status).toBe(200);
    for (const key of secrets.usedKeys) {
      expect((await activate(key)).status).toBe(404);
      expect((await reset(key)).status).toBe(404);
    }
  });

  it("removes unused files at the next start", () => {
    const { logo, geometry, inBucket, inSchema } = files();
    expect(fs.readdirSync(path.join(data, "files")).sort()).toEqual([logo, geometry, inBucket, inSchema].sort());
  });
});

/** The checksums of the four files that are in use, as the platform tells them. */
function files() {
  const checksumIn = (text: unknown) => /"sha256":"([0-9a-f]{64})"/.exec(String(text))?.[1];
  return {
    logo: checksumIn(before["/accounts/v1/organisations"]),
    geometry: checksumIn(before["/resources/organisations"]),
    inBucket: checksumIn(before["/store/projects/overview?includeFiles=true"]),
    inSchema: checksumIn(before["/schemas/schemas"]),
  };
}
