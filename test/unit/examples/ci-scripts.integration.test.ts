import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { cleanEnvironment } from "../../support/clean-environment";
import { gitlab, SmallTracker, TOKEN } from "../cli/drift/small-tracker";
import { closeAll, json, later, serve, temporaryFolder } from "../client/scripted-server";
import { exportOf } from "../drift/exported";
import { smallTenant, Somebody } from "../drift/small-tenant";
import { contentOf, folder, pipelines, scriptsOf, shellScript } from "./ci-scripts";

const main = path.resolve(__dirname, "..", "..", "..", "dist", "provider", "cli", "main.js");
const onWindows = process.platform === "win32";
const has = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

afterEach(closeAll);

(onWindows ? it.skip : it)("a shell accepts each script of the pipelines, and the one for cron", () => {
  // What GitHub puts in before the shell sees it is none of the shell's business.
  const scripts = pipelines.flatMap((name) => scriptsOf(contentOf(name)));
  expect(scripts.length).toBeGreaterThan(10);
  for (const script of [...scripts, shellScript()]) {
    expect(spawnSync("sh", ["-n"], { input: script, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  }
});

(onWindows ? it.skip : it)(
  "the script for cron is silent in sync, prints drift, and keeps the issue and the reports",
  async () => {
    const { tenant, stack } = await smallTenant();
    later(() => tenant.stop());
    const tracker = await new SmallTracker(gitlab).start();
    const program = temporaryFolder();
    fs.writeFileSync(path.join(program, "stack.json"), exportOf(stack));
    const { url, username, password } = tenant.emulator;
    const settings = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
    const lines = Object.entries({ ...settings, ...tracker.env }).map(([name, value]) => `export ${name}='${value}'`);
    fs.writeFileSync(path.join(program, "drift.env"), lines.join("\n"));
    const commands = path.join(program, "node_modules", ".bin");
    fs.mkdirSync(commands, { recursive: true });
    fs.symlinkSync(main, path.join(commands, "haleconnect"));
    const old = path.join(program, "reports", "2020-01-01.html");
    fs.mkdirSync(path.dirname(old));
    fs.writeFileSync(old, "");
    fs.utimesSync(old, 0, 0);

    const run = async () => {
      const args = [program, "dev", "--state", "stack.json", "--issue", "gitlab"];
      const env = { ...cleanEnvironment(), npm_config_cache: path.join(program, ".npm") };
      const child = spawn(path.join(folder, "nightly-drift.sh"), args, { env, stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      child.stdout.on("data", (text: Buffer) => (output += text.toString()));
      child.stderr.on("data", (text: Buffer) => (output += text.toString()));
      const [code] = (await once(child, "close")) as [number];
      return { code, output };
    };

    expect(await run()).toEqual({ code: 0, output: "" });
    await new Somebody(tenant, stack).describes("Somebody was here");
    const { code, output } = await run();
    expect(code).toBe(7);
    expect(output).toContain('`description` of Organisation "state" was changed');
    expect(output).toMatch(/^Opened the issue /m);
    expect(tracker.open).toHaveLength(1);
    const kept = fs.readdirSync(path.join(program, "reports")).map((name) => name.replace(/^\d{4}-\d\d-\d\d/, "today"));
    expect([...new Set(kept)].sort()).toEqual(["drift.prom", "today.html", "today.json", "today.txt"]);
    expect(fs.existsSync(old)).toBe(false);
  },
);

/** The job `plan` of gitlab.yml, and what the merge request has as notes after each run. */
const canComment = !onWindows && has("bash") && has("curl");
(canComment ? it : it.skip)(
  "the plan of gitlab.yml is one note, which the next run rewrites, and fails as the preview does",
  async () => {
    const notes = [{ id: 1, body: "Looks good." }];
    const server = await serve(({ method, path: asked, headers, body }, response) => {
      const text = new URLSearchParams(body).get("body") ?? "";
      if (headers["private-token"] !== TOKEN || !asked.startsWith("/projects/42/merge_requests/5/notes")) {
        json(response, 401, {});
        return;
      }
      if (method === "POST") {
        notes.push({ id: 2, body: text });
      } else if (method === "PUT") {
        Object.assign(notes.find(({ id }) => asked.endsWith(`/${id}`)) ?? {}, { body: text });
      }
      json(response, 200, method === "GET" ? notes : {});
    });
    const place = temporaryFolder();
    // The engine is tried elsewhere. Here it says what a test wants to see in the note.
    fs.writeFileSync(path.join(place, "pulumi"), '#!/bin/sh\necho "$PLAN"\nexit "$EXIT"\n', { mode: 0o755 });
    const { plan } = contentOf("gitlab.yml") as { readonly plan: { readonly script: readonly string[] } };
    const run = async (text: string, exit: number): Promise<unknown> => {
      const pipeline = {
        ...gitlab.env(server.url),
        CI_MERGE_REQUEST_IID: "5",
        STACK: "dev",
        PLAN: text,
        EXIT: String(exit),
      };
      const env = { ...cleanEnvironment(), ...pipeline, PATH: `${place}${path.delimiter}${process.env["PATH"] ?? ""}` };
      const child = spawn("bash", ["-eo", "pipefail", "-c", plan.script.join("\n")], {
        cwd: place,
        env,
        stdio: "ignore",
      });
      return ((await once(child, "close")) as [unknown])[0];
    };
    expect(await run("+ one", 0)).toBe(0);
    expect(notes.map(({ body }) => body)).toEqual([
      "Looks good.",
      expect.stringContaining("Plan for dev\n~~~~~~~~text\n + one"),
    ]);
    expect(await run("/close", 3)).toBe(3);
    expect(notes.map(({ body }) => body)).toEqual(["Looks good.", expect.stringContaining("\n /close\n")]);
  },
);
