import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { environmentWith, secretsMissing, stackConfigOf } from "../../../provider/cli/stack-config";
import { inStack } from "../../../provider/cli/in-stack";
import { Terminal } from "../../../provider/cli/terminal";
import { closeAll } from "../client/scripted-server";
import { examined, named } from "./doctor/patient";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "stack-config-"));
});
afterEach(async () => {
  fs.rmSync(folder, { recursive: true });
  await closeAll();
});

const write = (name: string, text: string): void => {
  fs.writeFileSync(path.join(folder, name), text);
};
const stackOf = (...lines: readonly string[]): string =>
  ["config:", ...lines.map((line) => `  ${line}`), ""].join("\n");

/** A project with one stack of which the password is a secret. */
function project(): void {
  write("Pulumi.yaml", "name: tenant\n");
  write(
    "Pulumi.dev.yaml",
    stackOf(
      "haleconnect:url: http://127.0.0.1:1",
      "haleconnect:username: erika",
      "haleconnect:concurrency: 2",
      "haleconnect:contract: files/one.yaml",
      "haleconnect:password:",
      "  secure: AAABADQXFlU0mxC",
      "other:url: http://other.example",
    ),
  );
}

describe("the configuration of a stack", () => {
  it("is that of the only stack, found from any folder of the project", () => {
    project();
    fs.mkdirSync(path.join(folder, "src"));
    const config = stackConfigOf(path.join(folder, "src"), undefined);
    expect(config?.stack).toBe("dev");
    expect(Object.fromEntries(config?.values ?? [])).toEqual({
      url: "http://127.0.0.1:1",
      username: "erika",
      concurrency: "2",
      contract: path.join(folder, "files/one.yaml"),
    });
    expect(config?.secrets).toEqual(["password"]);
  });

  it("is none without a project, and of several stacks the one that is named", () => {
    expect(stackConfigOf(folder, undefined)).toBeUndefined();
    project();
    write("Pulumi.prod.yaml", stackOf("haleconnect:url: https://prod.example"));
    expect(stackConfigOf(folder, undefined)).toBeUndefined();
    expect(stackConfigOf(folder, "prod")?.get("haleconnect:url")).toBe("https://prod.example");
  });

  it("of a stack that is not there, or that is no YAML, is an error", () => {
    project();
    expect(() => stackConfigOf(folder, "test")).toThrow(/HC1007 There is no stack test .*\n.*configuration of dev\./);
    write("Pulumi.dev.yaml", "config: [");
    expect(() => stackConfigOf(folder, undefined)).toThrow(/HC1007 [^]*Pulumi\.dev\.yaml/);
  });
});

describe("the settings of a command", () => {
  const added = (env: NodeJS.ProcessEnv) => {
    project();
    return environmentWith(env, stackConfigOf(folder, undefined));
  };

  it("come from the environment first, then from the stack", () => {
    expect(added({ HALECONNECT_URL: "https://env.example", HALECONNECT_PASSWORD: "secret" })).toEqual({
      HALECONNECT_URL: "https://env.example",
      HALECONNECT_PASSWORD: "secret",
      HALECONNECT_USERNAME: "erika",
      HALECONNECT_CONCURRENCY: "2",
      HALECONNECT_CONTRACT: path.join(folder, "files/one.yaml"),
    });
  });

  it.each<NodeJS.ProcessEnv>([{}, { HALECONNECT_TOKEN: "t" }])("have no half login", (env) => {
    expect(added(env)).not.toHaveProperty("HALECONNECT_USERNAME");
  });

  it("lack the secret, and the command says which variable gives it", () => {
    project();
    const config = stackConfigOf(folder, undefined);
    expect(secretsMissing({}, config)).toEqual([
      "haleconnect:password is a secret of the stack dev, which this command cannot read: set HALECONNECT_PASSWORD",
    ]);
    expect(secretsMissing({ HALECONNECT_PASSWORD: "secret" }, config)).toEqual([]);
    expect(secretsMissing({ HALECONNECT_TOKEN: "t" }, config)).toEqual([]);
  });
});

describe("haleconnect doctor in the folder of a project", () => {
  const settings = async (env: NodeJS.ProcessEnv) => {
    project();
    const config = stackConfigOf(folder, undefined);
    return named(await examined(env, { folder, ...(config === undefined ? {} : { config }) }), "settings");
  };

  it("says which settings come from the stack", async () => {
    const { status, says } = await settings({ HALECONNECT_PASSWORD: "secret" });
    expect(status).toBe("ok");
    expect(says).toBe(
      "http://127.0.0.1:1 (haleconnect:url of the stack dev), login of erika (haleconnect:username, HALECONNECT_PASSWORD)",
    );
  });

  it("says that it cannot read the secret", async () => {
    const { status, remedy } = await settings({});
    expect(status).toBe("error");
    expect(remedy).toContain("a secret of the stack dev, which this command cannot read: set HALECONNECT_PASSWORD.");
  });
});

describe("the login of a stack", () => {
  const loginFor = (url: string | undefined, env: NodeJS.ProcessEnv = {}) => {
    write("Pulumi.yaml", "name: tenant\n");
    write("Pulumi.dev.yaml", stackOf("haleconnect:url: https://own.example", "haleconnect:token: secret"));
    const terminal = new Terminal(process.stdout, process.stderr, {});
    const context = { terminal, env, signal: new AbortController().signal };
    const before = process.cwd();
    process.chdir(folder);
    try {
      return inStack(context, url === undefined ? {} : { url }).env["HALECONNECT_TOKEN"];
    } finally {
      process.chdir(before);
    }
  };

  it("goes to the server of the stack, however its address is written", () => {
    expect(loginFor(undefined)).toBe("secret");
    expect(loginFor("https://own.example:443/")).toBe("secret");
  });

  it("goes to no other server that a command is told to ask", () => {
    expect(loginFor("https://other.example")).toBeUndefined();
    expect(loginFor("no address")).toBeUndefined();
    expect(loginFor("https://other.example", { HALECONNECT_TOKEN: "given" })).toBe("given");
  });
});
