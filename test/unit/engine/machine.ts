import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EngineOptions } from "../../../provider/engine";

/** A machine of its own in a temporary folder: a PATH, a cache, and programs that are small scripts. */
export class Machine {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-machine-"));
  readonly bin = path.join(this.folder, "bin");
  readonly cache = path.join(this.folder, "cache");
  readonly engines = path.join(this.cache, "engine");

  constructor() {
    fs.mkdirSync(this.bin);
  }

  /** Nothing of the real machine: neither its programs nor the network. */
  get env(): NodeJS.ProcessEnv {
    return { PATH: this.bin, HOME: this.folder, GOROOT: path.join(this.folder, "no-go") };
  }

  get options(): EngineOptions {
    return { env: this.env, cacheDirectory: this.cache, downloadProbe: "http://127.0.0.1:1/" };
  }

  /** Puts a program on PATH; it is JavaScript with `args`, `fs` and `path` at hand. */
  program(name: string, body: string, folder = this.bin): void {
    const head = `const args = process.argv.slice(2), fs = require("fs"), path = require("path");`;
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, name), `#!${process.execPath}\n${head}\n${body}\n`, { mode: 0o755 });
  }

  engine(version: string, folder = this.bin): void {
    this.program("pulumi", `console.log("v${version}");`, folder);
    this.program("pulumi-language-nodejs", "", folder);
    this.program("pulumi-resource-pulumi-nodejs", "", folder);
  }

  /** A Go that "builds" by writing the file that is asked for, and notes each call. */
  go({ version = "1.26.8", onBuild = "" } = {}): void {
    this.program(
      "go",
      `
      fs.appendFileSync(${JSON.stringify(this.calls)}, args.join(" ") + "\\n");
      if (args[0] === "version") console.log("go version go${version} linux/amd64");
      if (args[0] === "list") console.log("a\\nb\\nc");
      if (args[0] === "build") {
        ${onBuild}
        console.error("github.com/a/b");
        fs.writeFileSync(args[args.indexOf("-o") + 1], "#!/bin/sh\\n", { mode: 0o755 });
      }`,
    );
  }

  private get calls(): string {
    return path.join(this.folder, "go-calls");
  }

  /** What `go` was called for. */
  goCalls(): string[] {
    return fs.existsSync(this.calls) ? fs.readFileSync(this.calls, "utf8").trim().split("\n") : [];
  }

  cached(): string[] {
    return fs.existsSync(this.engines) ? fs.readdirSync(this.engines) : [];
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
