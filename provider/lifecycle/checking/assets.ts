import { HaleconnectError } from "../../errors";
import { traitOf, type Kind, type Values } from "../../kinds";
import { isPlainObject } from "../values/inputs";
import type { Failure } from "./failure";

/** How Pulumi marks what is not plain JSON, and assets and archives among that (facts: pulumi 1). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** How a constructor hands on what is no file. */
const REFUSED = "__asset";

/**
 * The inputs with files in the form of the kinds. A constructor brings them there; what a transform puts there comes
 * past it, as Pulumi's own.
 */
export function withoutAssets(kind: Kind, news: Values): Values {
  const isFile = (name: string): boolean => {
    const type = kind.inputs[name]?.type;
    return type !== undefined && ["content", "files"].includes(traitOf(type) ?? "");
  };
  return Object.values(news).some(isOrHoldsAsset)
    ? Object.fromEntries(Object.entries(news).map(([name, value]) => [name, isFile(name) ? asFile(value) : value]))
    : news;
}

function asFile(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(asFile);
  }
  if (!isPlainObject(value) || value[SIGNATURE] !== ASSET) {
    return value;
  }
  const { path, text } = value;
  if (typeof path === "string" && path !== "") {
    return { path };
  }
  return typeof text === "string" ? { content: text } : value;
}

/** What is still an asset is none that is taken, or stands where no file does. */
export function refusedAssets(given: Values): Failure[] {
  return Object.entries(given).flatMap(([property, value]) => {
    const what = nameOfAsset(value);
    return what === undefined ? [] : [{ property, reason: refusal(property, what).message }];
  });
}

function refusal(property: string, what: string): HaleconnectError {
  return new HaleconnectError("HC3001", {
    what: `\`${property}\` is given as ${what}, which is not taken there`,
    why: "A file is taken as a FileAsset or a StringAsset: the provider reads it on this machine, whole and by itself.",
    remedy: "Give the file by its path, or its content as text; an archive by the path of its zip file.",
  });
}

function isOrHoldsAsset(value: unknown): boolean {
  return nameOfAsset(value) !== undefined;
}

function nameOfAsset(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const { [SIGNATURE]: signature, [REFUSED]: refused, uri } = value as Values;
  if (typeof refused === "string") {
    return refused;
  }
  if (signature === ARCHIVE) {
    return "an archive";
  }
  if (signature === ASSET) {
    return typeof uri === "string" && uri !== "" ? "a RemoteAsset" : "an asset";
  }
  return Object.values(value)
    .map(nameOfAsset)
    .find((it) => it !== undefined);
}
