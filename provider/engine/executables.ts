import fs from "node:fs";
import path from "node:path";

export interface Executables {
  readonly engine: string;
  readonly languageHost: string;
  /** Pulumi's script that starts the process in which dynamic providers run. */
  readonly dynamicProvider: string;
}

/** The engine looks for its plugins beside itself first, so all three lie in one folder. */
export function executableNames(platform: NodeJS.Platform = process.platform): Executables {
  const isWindows = platform === "win32";
  return {
    engine: isWindows ? "pulumi.exe" : "pulumi",
    languageHost: isWindows ? "pulumi-language-nodejs.exe" : "pulumi-language-nodejs",
    dynamicProvider: isWindows ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs",
  };
}

/** The names of those that are in none of the folders. */
export function missingIn(directories: readonly string[]): string[] {
  const { engine, languageHost, dynamicProvider } = executableNames();
  return [engine, languageHost, dynamicProvider].filter(
    (name) => !directories.some((directory) => isExecutable(path.join(directory, name))),
  );
}

export function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

export function foldersOfPath(env: NodeJS.ProcessEnv): string[] {
  return (env["PATH"] ?? env["Path"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
}

/** The first folder of PATH in which the command lies. */
export function folderOnPath(command: string, env: NodeJS.ProcessEnv): string | undefined {
  return foldersOfPath(env).find((folder) => isExecutable(path.join(folder, command)));
}
