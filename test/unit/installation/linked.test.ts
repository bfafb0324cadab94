import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { refuseHalfInstallation } from "../../../provider/installation";

let root: string;
beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-linked-")));
});
afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

/** A package with one dependency and one peer, in a place below the folder. */
function packageAt(...place: string[]): string {
  const folder = path.join(root, ...place);
  fs.mkdirSync(path.join(folder, "dist"), { recursive: true });
  const manifest = { name: "linked", dependencies: { one: "1" }, peerDependencies: { "@scope/peer": "1" } };
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
  return path.join(folder, "dist");
}

function install(name: string, ...place: string[]): void {
  const folder = path.join(root, ...place, "node_modules", name);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "index.js"), "");
}

describe("a package that is linked into a program", () => {
  it("is refused with what is absent, where, and what to do", () => {
    const folder = packageAt("checkout");
    install("one", "checkout");
    expect(() => refuseHalfInstallation(folder)).toThrow(
      /HC8003[^]*checkout\)[^]*does not find @scope\/peer\.[^]*--install-links/,
    );
  });

  it("is all there with what it needs beside it, or above it as in a workspace", () => {
    const folder = packageAt("workspace", "checkout");
    install("one", "workspace");
    install("@scope/peer", "workspace", "checkout");
    expect(() => refuseHalfInstallation(folder)).not.toThrow();
  });
});

it("a package that was installed is not looked at", () => {
  const folder = packageAt("program", "node_modules", "linked");
  expect(() => refuseHalfInstallation(folder)).not.toThrow();
});

it("this checkout is all there", () => {
  expect(() => refuseHalfInstallation()).not.toThrow();
});
