import type { ApiField, ApiOperation } from "../documents";
import { formOf } from "./form";
import { isNarrower, narrowedLimits } from "./values";

/** Whether the server has the operation as the provider has it: id, method, path, and every field that is used. */
export function isIdentical(own: ApiOperation, theirs: ApiOperation): boolean {
  return (
    own.id === theirs.id &&
    own.method === theirs.method &&
    own.path === theirs.path &&
    hasAll(own.pathParameters, theirs.pathParameters, isSameSent) &&
    hasAll(own.query, theirs.query, isSameSent) &&
    requiresNoMore(own.query, theirs.query) &&
    isSameBody(own, theirs) &&
    isSameAnswer(own, theirs)
  );
}

function isSameBody({ body: own }: ApiOperation, { body: theirs }: ApiOperation): boolean {
  if (own === undefined || theirs === undefined) {
    return own === undefined && theirs === undefined;
  }
  return (
    own.sends === theirs.sends &&
    own.filePart === theirs.filePart &&
    hasAll(own.fields, theirs.fields, isSameSent) &&
    requiresNoMore(own.fields, theirs.fields)
  );
}

function isSameAnswer({ answer: own }: ApiOperation, { answer: theirs }: ApiOperation): boolean {
  return (
    own.gives === theirs.gives &&
    own.isList === theirs.isList &&
    nameOf(own.listAt ?? []) === nameOf(theirs.listAt ?? []) &&
    hasAll(own.fields, theirs.fields, isSameType)
  );
}

type Compare = (own: ApiField, theirs: ApiField) => boolean;

function hasAll(own: readonly ApiField[], theirs: readonly ApiField[], isSame: Compare): boolean {
  const found = new Map(theirs.map((field) => [nameOf(field.path), field]));
  return own.every((field) => {
    const other = found.get(nameOf(field.path));
    return other !== undefined && isSame(field, other);
  });
}

function requiresNoMore(own: readonly ApiField[], theirs: readonly ApiField[]): boolean {
  const mine = new Set(own.map(({ path }) => nameOf(path)));
  return theirs.every(({ path, required }) => !required || mine.has(nameOf(path)));
}

function isSameSent(own: ApiField, theirs: ApiField): boolean {
  const isNeeded = theirs.required && !own.required;
  const isTighter = isNarrower(own, theirs) || narrowedLimits({ own, theirs }, "").length > 0;
  return isSameType(own, theirs) && !isNeeded && !isTighter;
}

/** A field may have the same type and another meaning: moments in seconds, for instance. */
function isSameType(own: ApiField, theirs: ApiField): boolean {
  return own.type === theirs.type && own.items === theirs.items && formOf(own, theirs) === undefined;
}

function nameOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
