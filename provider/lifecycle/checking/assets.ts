import { HaleconnectError } from "../../errors";
import type { Kind, Values } from "../../kinds";
import { traitOf } from "../../kinds/traits";
import { isPlainObject } from "../values/inputs";
import type { Failure } from "./failure";

/** The keys with which Pulumi marks values that are not plain JSON, and among them assets and archives. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** The key under which a constructor passes on a refused asset. */
const REFUSED = "__asset";

/**
 * Returns the inputs with their files in the form of the kinds. A constructor does this already, but a transform may
 * put in one of Pulumi's own assets afterwards.
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

/** Refuses the remaining assets: they are of a wrong type, or their field takes no file. */
export function refusedAssets(given: Values): Failure[] {
  return Object.entries(given).flatMap(([property, value]) => {
    const what = nameOfAsset(value);
    return what === undefined ? [] : [{ property, reason: refusal(property, what).message }];
  });
}

function refusal(property: string, what: string): HaleconnectError {
  return new HaleconnectError("HC3001", {
    what: `\`${property}\` is ${what}, and this input does not take one`,
    why: "The provider takes a file only as a FileAsset or a StringAsset, because it reads the file itself on this machine.",
    remedy: "Give the path of the file, or its content as text. For an archive, give the path of its zip file.",
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
