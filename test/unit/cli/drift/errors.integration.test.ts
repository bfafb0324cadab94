import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { closeAll, later } from "../../client/scripted-server";
import { exportOf } from "../../drift/exported";
import { SmallProgram } from "./small-program";

/** None of these changes anything at the tenant, so one is enough. */
let small: SmallProgram;
let drift: SmallProgram["drift"];

beforeAll(async () => {
  small = await SmallProgram.start();
  ({ drift } = small);
});

afterAll(closeAll);

describe("one clear error", () => {
  const onGitlab = {
    HALECONNECT_GITLAB_TOKEN: "token",
    CI_PROJECT_ID: "1",
    CI_API_V4_URL: "http://127.0.0.1:1/api/v4",
  };

  it("ends with 4 for a tracker that is not there, after the report", async () => {
    const { code, stdout, stderr } = await drift(["--issue", "gitlab"], onGitlab);
    expect(code).toBe(4);
    expect(stdout).toContain("In sync");
    expect(stderr).toMatch(/^error: HC8309 /);
  });

  it.each([
    [2, "a tracker without its variables", {}, ["--issue", "github"], "HC8307"],
    [2, "an issue about a part", onGitlab, ["--issue", "gitlab", "--kind", "User"], "HC1007"],
    [3, "a wrong password", { HALECONNECT_PASSWORD: "wrong-password" }, [], "HC1002"],
    [4, "a server that is not there", { HALECONNECT_URL: "http://127.0.0.1:1" }, [], "HC2001"],
    [2, "no settings", { HALECONNECT_URL: "" }, [], "HC1001"],
    [2, "an unknown kind", {}, ["--kind", "Organization"], "HC1007"],
    [2, "an unknown form", {}, ["--report", "pdf=drift.pdf"], "HC1007"],
    [2, "a report that cannot be written", {}, ["--report", "text=none/drift.txt"], "HC8306"],
    [2, "an unknown resource", {}, ["--target", "urn:pulumi:dev::x"], "HC1007"],
    [2, "a percentage that is none", {}, ["--min-coverage", "many"], "HC1007"],
    [2, "a report in place of a folder", {}, ["--report", "text=."], "HC8306"],
    [2, "no type of finding", {}, ["--fail-on", ""], "HC1007"],
    [2, "a list with an empty type", {}, ["--fail-on", "changed,"], "HC1007"],
    [2, "none and another type", {}, ["--fail-on", "none,changed"], "HC1007"],
    [2, "no kind", {}, ["--kind", ""], "HC1007"],
    [2, "a list without a kind", {}, ["--kind", ","], "HC1007"],
    [2, "a percentage in another notation", {}, ["--min-coverage", "0x10"], "HC1007"],
    [2, "a coverage of single resources", {}, ["--min-coverage", "9", "--target", "urn:pulumi:dev::x"], "HC1007"],
    [2, "no root", {}, ["--root", " "], "HC1007"],
    [2, "no target among others", {}, ["--target", "urn:pulumi:dev::x", "--target", ""], "HC1007"],
    [2, "no stack", {}, ["--stack", ""], "HC1007"],
    [2, "no folder", {}, ["--cwd", ""], "HC1007"],
    [2, "no ignore file", {}, ["--ignore", ""], "HC1007"],
    [2, "no tracker", {}, ["--issue", ""], "HC1007"],
    [2, "a report without a file", {}, ["--report", "text="], "HC1007"],
    [2, "a report with a blank file", {}, ["--report", "text= "], "HC1007"],
    [2, "two reports in one file", {}, ["--report", "text=drift.txt", "--report", "html=./drift.txt"], "HC1007"],
    [2, "a report over the state", {}, ["--report", "json=./stack.json"], "HC1007"],
    [2, "a report over the ignore file", {}, ["--report", "text=haleconnect.drift.yaml"], "HC1007"],
  ])("ends with %i for %s", async (expected, _what, settings, args, error) => {
    const { code, stdout, stderr } = await drift(args, settings);
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^error: ${error} `, "m"));
  });

  it("tells a truncated state, one of another project, and one of a stack that never ran", async () => {
    const { file, stack, folder } = small;
    fs.writeFileSync(file, exportOf(stack).slice(0, -20));
    expect((await drift()).stderr).toContain("HC8302");
    fs.writeFileSync(file, exportOf({ states: new Map() }));
    expect((await drift()).stderr).toContain("it never ran");
    fs.writeFileSync(file, exportOf(stack));
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: other\nruntime: nodejs\n");
    const { code, stderr } = await drift();
    expect(code).toBe(2);
    expect(stderr).toContain("HC8304 The state is of project tenant, but this folder holds project other");
    fs.rmSync(path.join(folder, "Pulumi.yaml"));
  });

  it("tells the state of another server, whether or not it has the same ids", async () => {
    const other = await SmallProgram.start();
    const { url, password } = other.tenant.emulator;
    const there = { HALECONNECT_URL: url, HALECONNECT_PASSWORD: password };
    for (const change of [() => undefined, () => other.somebody.deletesBucket()]) {
      await change();
      const { code, stderr, stdout } = await drift([], there);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain("HC6005");
    }
  });

  it("tells a server that answers with a page", async () => {
    const server = http.createServer((_request, response) => {
      response.setHeader("content-type", "text/html").end("<html>Hello</html>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    later(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as { port: number };
    const { code, stderr } = await drift([], { HALECONNECT_URL: `http://127.0.0.1:${port}` });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: HC2010 .* is not the address of a hale»connect/m);
  });
});
