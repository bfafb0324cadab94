import { createHash } from "node:crypto";
import fs from "node:fs";
import { stringify } from "yaml";
import type { ErrorForm } from "../../../provider/binding/file/model";
import { ParsedYaml } from "../../../provider/binding/file/parsed-yaml";
import { readContractFile } from "../../../provider/binding/file/read";
import { documentAsBound } from "../../../provider/binding/serving/documents/document";
import { grouped } from "../../../provider/binding/serving/grouped";
import { withoutExpressions } from "../../../provider/binding/serving/own-form";
import { serverError, type Refused } from "../../../provider/binding/serving/refusal";
import { remarksOn, type Remark } from "../../../provider/binding/serving/remarks";
import type { Service } from "../../../provider/contract";
import type { Implementation } from "../../services/implement";
import { json, type OutgoingAnswer } from "../answer";
import { routesOf, withMissing, type Route } from "../routes";
import { findsParameter } from "./lost";
import { missingIn, offersOf } from "./offers";

/** A server that speaks as a contract file says. */
export interface Rehearsal {
  /** SHA-256 of the file's text. */
  readonly digest: string;
  /** What cannot be served as the file says at this address, each with its place in the file. */
  readonly remarksAt: (url: string) => readonly string[];
  readonly routes: (withTotalCount: boolean) => readonly Route[];
  /** An error as the file says; any other answer stays as it is. */
  readonly inWords: (answer: OutgoingAnswer) => OutgoingAnswer;
  /** The text of the swagger.yaml of a service. */
  readonly documentOf: (service: Service) => string;
}

/** Throws HC1005 with all that is wrong with the file. */
export function rehearsalOf(file: string, implementations: readonly Implementation[]): Rehearsal {
  const content = readContractFile(file);
  const spoken = withoutExpressions(content);
  const written = fs.readFileSync(file, "utf8");
  const yaml = new ParsedYaml(file, written);
  return {
    digest: createHash("sha256").update(written).digest("hex"),
    remarksAt: (url) => [
      ...(content.servers.includes(url) ? [`${yaml.placeOf(["servers"])}: ${takenForReal(url)}`] : []),
      ...inWordsOfFile(remarksOn(content, findsParameter), yaml),
    ],
    routes: (withTotalCount) =>
      withMissing(routesOf(offersOf(implementations, spoken, withTotalCount)), missingIn(implementations, spoken)),
    inWords: (answer) => inWords(spoken.errors, answer),
    documentOf: (service) => stringify(documentAsBound(service, spoken), { aliasDuplicateObjects: false }),
  };
}

/** The provider asks who is there only at an address that the file does not list. */
function takenForReal(url: string): string {
  return `programs take ${url} for the real server, because it is listed here. Expressions then get values that they cannot read. Use another port.`;
}

/** One line for what holds of several operations that share a part of the file. */
function inWordsOfFile(remarks: readonly Remark[], yaml: ParsedYaml): readonly string[] {
  const placed = remarks.map(({ path, ...remark }) => ({ ...remark, place: yaml.placeOf(path) }));
  return [...grouped(placed, ({ place, message }) => `${place} ${message}`).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [`${first.place}: ${[first, ...others].map(({ operation }) => operation).join(", ")}: ${first.message}`],
  );
}

function inWords(form: ErrorForm | undefined, answer: OutgoingAnswer): OutgoingAnswer {
  const isError = answer.status >= 400 && answer.headers["content-type"]?.startsWith("application/json") === true;
  if (form === undefined || !isError || !Buffer.isBuffer(answer.body)) {
    return answer;
  }
  const { "content-type": _type, ...headers } = answer.headers;
  return json(answer.status, serverError(form, JSON.parse(answer.body.toString("utf8")) as Refused), headers);
}
