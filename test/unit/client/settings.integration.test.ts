import fs from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { readSettings, type ConfigSource } from "../../../provider/client";
import { Authority } from "./authority";
import { closeAll, temporaryFolder } from "./scripted-server";

const complete = {
  HALECONNECT_URL: "https://haleconnect.com",
  HALECONNECT_USERNAME: "alice",
  HALECONNECT_PASSWORD: "canary-password",
};

const stack = (values: Record<string, string>): ConfigSource => ({ get: (key) => values[key] });

const problemsOf = (env: NodeJS.ProcessEnv, config?: ConfigSource): string => {
  try {
    readSettings(env, config);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

afterEach(closeAll);

describe("settings", () => {
  it("come from the environment, with defaults for the rest", () => {
    expect(readSettings(complete)).toMatchObject({
      url: "https://haleconnect.com",
      credentials: { kind: "login", username: "alice" },
      concurrency: 8,
      requestsPerSecond: 50,
      timeoutSeconds: 60,
      allowDesigned: false,
    });
  });

  it("come from the stack's configuration if the environment does not set them", () => {
    const config = stack({
      "haleconnect:url": "https://stack.example",
      "haleconnect:token": "t",
      "haleconnect:requestsPerSecond": "7",
      "haleconnect:allowDesigned": "true",
    });
    expect(readSettings({}, config)).toMatchObject({
      url: "https://stack.example",
      credentials: { kind: "token" },
      requestsPerSecond: 7,
      allowDesigned: true,
    });
    expect(readSettings({ HALECONNECT_URL: "https://env.example" }, config).url).toBe("https://env.example");
  });

  it("prefer the credentials of the environment to those of the stack, and a token to a login", () => {
    expect(readSettings({ ...complete, HALECONNECT_TOKEN: "t" }).credentials.kind).toBe("token");
    expect(readSettings(complete, stack({ "haleconnect:token": "t" })).credentials.kind).toBe("login");
  });

  it("name all problems at once, each with its place", () => {
    const message = problemsOf(
      { HALECONNECT_URL: "https://x.example/y", HALECONNECT_CONCURRENCY: "many" },
      stack({ "haleconnect:requestsPerSecond": "0" }),
    );
    expect(message).toContain("HC1001");
    expect(message).toContain('HALECONNECT_URL is "https://x.example/y"');
    expect(message).toContain('HALECONNECT_CONCURRENCY is "many": expected a whole number from 1 to 100');
    expect(message).toContain('haleconnect:requestsPerSecond is "0": expected a whole number from 1 to 1000');
    expect(message).toContain("HALECONNECT_USERNAME is missing");
    expect(message).toContain("HALECONNECT_PASSWORD is missing");
  });

  it.each([
    ["haleconnect.com", "expected an address"],
    ["https://haleconnect.com/accounts/v1", "scheme and host alone"],
    ["https://haleconnect.com?x=1", "scheme and host alone"],
    ["ftp://haleconnect.com", "expected https://"],
    ["http://haleconnect.com", "would travel unencrypted"],
  ])("refuse the address %s: %s", (url, reason) => {
    expect(problemsOf({ ...complete, HALECONNECT_URL: url })).toContain(reason);
  });

  it.each([
    "admin:canary@haleconnect.com",
    "https://admin:can/ary@haleconnect.com",
    "https://haleconnect.com/?token=canary",
    "https://haleconnect.com#canary",
    "canary@x y",
  ])("hide an address that may hold a secret: %s", (url) => {
    expect(problemsOf({ ...complete, HALECONNECT_URL: url })).not.toMatch(/canary|can\/ary|ary@/);
  });

  it("take an address with a slash at its end, as the platform's own client does (docs/platform.md#hosts-and-services)", () => {
    expect(readSettings({ ...complete, HALECONNECT_URL: "https://haleconnect.com/" }).url).toBe(
      "https://haleconnect.com",
    );
  });

  it.each(["https://haleconnect.com:443", "http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:1"])(
    "take the address %s",
    (url) => {
      expect(problemsOf({ ...complete, HALECONNECT_URL: url })).toBe("");
    },
  );

  it("hide credentials in an address", () => {
    expect(problemsOf({ ...complete, HALECONNECT_URL: "https://alice:canary@x.example" })).not.toContain("canary");
    expect(problemsOf({ ...complete, HALECONNECT_URL: "https://alice:canary@x y" })).not.toContain("canary");
  });

  it("take a token with white space around it, and refuse a token that fits into no header, without showing it", () => {
    const { HALECONNECT_URL } = complete;
    expect(problemsOf({ HALECONNECT_URL, HALECONNECT_TOKEN: "canary\n" })).toBe("");
    const message = problemsOf({ HALECONNECT_URL, HALECONNECT_TOKEN: "canary\u0000canary" });
    expect(message).toContain("HALECONNECT_TOKEN is malformed: expected visible ASCII characters");
    expect(message).not.toContain("canary");
  });

  it("read the certificates of a private authority, and say when they cannot", () => {
    const file = path.join(temporaryFolder(), "ca.pem");
    const problem = () => problemsOf({ ...complete, HALECONNECT_CA_FILE: file });
    expect(problem()).toContain("cannot be read: there is no such file or folder (ENOENT)");
    fs.writeFileSync(file, "no certificate");
    expect(problem()).toContain("holds no certificate in PEM form");
    const { cert } = new Authority().identity;
    fs.writeFileSync(file, cert);
    expect(problem()).toBe("");
    fs.writeFileSync(file, `${cert}\n${cert.replace("MII", "!!!")}`);
    expect(problem()).toContain("holds a broken certificate: number 2 of 2");
  });

  it("say that a file of certificates is a folder, and name the setting of the stack", () => {
    const { HALECONNECT_URL, ...login } = complete;
    const config = stack({ "haleconnect:url": HALECONNECT_URL, "haleconnect:caFile": temporaryFolder() });
    expect(problemsOf(login, config)).toMatch(
      /haleconnect:caFile is ".*", which cannot be read: it is a folder \(EISDIR\)/,
    );
  });

  it("say which setting belongs to the other one and is missing", () => {
    const { HALECONNECT_URL } = complete;
    const noPassword = problemsOf({ HALECONNECT_URL }, stack({ "haleconnect:username": "alice" }));
    expect(noPassword).toContain(
      "HALECONNECT_PASSWORD is missing: expected the user's password, which belongs to haleconnect:username",
    );
    expect(noPassword).not.toContain("HALECONNECT_USERNAME is missing");
    const noName = problemsOf({ HALECONNECT_URL, HALECONNECT_PASSWORD: "canary" });
    expect(noName).toContain(
      "HALECONNECT_USERNAME is missing: expected a user name, which belongs to HALECONNECT_PASSWORD",
    );
    expect(noName).not.toContain("canary");
  });

  it("ask only for another token if the token alone is wrong", () => {
    const { HALECONNECT_URL } = complete;
    const message = problemsOf({ HALECONNECT_URL, HALECONNECT_TOKEN: "canary canary" });
    expect(message).toContain("HC1001 A setting of the connection is wrong");
    expect(message).toContain("without spaces and line breaks inside");
    expect(message).not.toMatch(/is missing|canary/);
  });

  it("say how many settings are wrong", () => {
    const message = problemsOf({ ...complete, HALECONNECT_CONCURRENCY: "0", HALECONNECT_TIMEOUT_SECONDS: "1.5" });
    expect(message).toContain("HC1001 Some settings of the connection are wrong");
    expect(message).toContain('HALECONNECT_TIMEOUT_SECONDS is "1.5": expected a whole number from 1 to 3600');
  });

  it("hide their secrets when they are printed", () => {
    const settings = readSettings(complete);
    expect(inspect(settings, { depth: 9, showHidden: true })).not.toContain("canary");
    expect(JSON.stringify(settings)).not.toContain("canary");
    expect(Object.values(settings.credentials).join()).not.toContain("canary");
  });
});
