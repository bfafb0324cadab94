import { defaultCacheDirectory } from "../../../provider/engine/cache";
import { GoOutput } from "../../../provider/engine/go-output";
import { oldestEngine, readPins } from "../../../provider/engine/pins";
import { isAtLeast } from "../../../provider/engine/version";

describe("versions", () => {
  it.each([
    ["v3.254.0", "3.254.0", true],
    ["3.253.9", "3.254.0", false],
    ["go1.26.8", "1.25.11", true],
    ["go1.25.9", "1.25.11", false],
    ["1.26", "1.25.11", true],
    ["4.0.0", "3.254.0", true],
    ["3.260.0-dev.1", "3.254.0", true],
    ["nonsense", "3.254.0", false],
  ])("%s against %s", (version, least, expected) => {
    expect(isAtLeast(version, least)).toBe(expected);
  });
});

describe("the cache directory", () => {
  it.each([
    ["linux", {}, "/home/ada/.cache/pulumi-haleconnect"],
    ["linux", { XDG_CACHE_HOME: "/var/cache/ada" }, "/var/cache/ada/pulumi-haleconnect"],
    ["linux", { XDG_CACHE_HOME: "relative" }, "/home/ada/.cache/pulumi-haleconnect"],
    ["darwin", {}, "/home/ada/Library/Caches/pulumi-haleconnect"],
    ["win32", { LOCALAPPDATA: "/local" }, "/local/pulumi-haleconnect/cache"],
  ] as const)("on %s with %j", (platform, env, expected) => {
    expect(defaultCacheDirectory(env, platform, "/home/ada")).toBe(expected);
  });
});

describe("the pinned versions", () => {
  it("are read from the go.mod files, and new enough for the provider", () => {
    const { engine, languageHost, go } = readPins();
    expect(isAtLeast(engine.version, oldestEngine)).toBe(true);
    expect(engine.package).toBe("github.com/pulumi/pulumi/pkg/v3/cmd/pulumi");
    expect(languageHost.package).toBe("github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs");
    expect(isAtLeast(go, "1.25")).toBe(true);
  });
});

describe("the output of go", () => {
  it("tells modules that are fetched and packages that are compiled", () => {
    const output = new GoOutput(10);
    expect(output.take("go: downloading github.com/pulumi/esc v0.25.0")).toBe("1 modules fetched");
    expect(output.take("internal/goarch")).toBe("1 modules fetched, 1 of 10 packages compiled");
    expect(output.take("github.com/a/b-c/v2")).toBe("1 modules fetched, 2 of 10 packages compiled");
  });

  it("keeps everything else as a complaint", () => {
    const output = new GoOutput();
    expect(output.take("../x.go:12:3: undefined: y")).toBeUndefined();
    expect(output.complaint()).toBe("../x.go:12:3: undefined: y");
  });
});
