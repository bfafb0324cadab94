import fs from "node:fs";
import path from "node:path";
import { WayClosed, type ResolvedOptions } from "./engine";
import { executableNames } from "./executables";
import { GoOutput } from "./go-output";
import type { PinnedProgram, Pins } from "./pins";
import { run } from "./run";
import { buildEnvironment, findGo } from "./toolchain";

/** Pulumi's own release build passes these. */
const releaseTags = "osusergo,grpcnotrace";
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** Fills the folder with engine and language host, built from the pinned Go modules, and Pulumi's script. */
export async function build(pins: Pins, folder: string, options: ResolvedOptions): Promise<void> {
  const go = await findGo(pins.go, options);
  const names = executableNames();
  options.progress.phase("Building the Pulumi engine takes some minutes, once per machine");
  await buildProgram(go, pins.engine, path.join(folder, names.engine), options);
  await buildProgram(go, pins.languageHost, path.join(folder, names.languageHost), options);
  const script = path.join(folder, names.dynamicProvider);
  fs.copyFileSync(
    path.join(path.dirname(require.resolve("@pulumi/pulumi/package.json")), names.dynamicProvider),
    script,
  );
  fs.chmodSync(script, 0o755);
}

async function buildProgram(
  go: string,
  program: PinnedProgram,
  output: string,
  options: ResolvedOptions,
): Promise<void> {
  const name = path.basename(output);
  // go works on a copy: an installed package may lie in a folder that cannot be written.
  const sources = `${output}.sources`;
  fs.mkdirSync(sources);
  for (const file of ["go.mod", "go.sum"]) {
    fs.copyFileSync(path.join(program.folder, file), path.join(sources, file));
  }
  const tool = goIn(go, sources, options);
  options.progress.phase(`Fetching the Go modules of ${name} ${program.version}`);
  const packages = await tool(
    ["list", "-mod=readonly", "-deps", "-f", "{{.ImportPath}}", program.package],
    new GoOutput(),
  );
  options.progress.phase(`Compiling ${name} ${program.version}`);
  const flags = ["-mod=readonly", "-trimpath", "-v", "-tags", releaseTags];
  const linking = ["-ldflags", `-s -w -X ${versionVariable}=v${program.version}`];
  const counted = new GoOutput(packages.trim().split("\n").length);
  await tool(["build", ...flags, ...linking, "-o", output, program.package], counted);
  fs.rmSync(sources, { recursive: true });
}

/** Runs `go` there; answers with what it wrote to standard output. */
function goIn(go: string, cwd: string, { env, signal, progress }: ResolvedOptions) {
  return async (args: readonly string[], output: GoOutput): Promise<string> => {
    const onLine = (line: string): void => {
      const detail = output.take(line);
      if (detail !== undefined) {
        progress.advance(detail);
      }
    };
    const result = await run(go, args, { cwd, env: buildEnvironment(env), signal, onLine });
    if (result.code !== 0) {
      throw new WayClosed(`go ${args[0] ?? ""} failed: ${output.complaint() || result.complaint}`);
    }
    return result.stdout;
  };
}
