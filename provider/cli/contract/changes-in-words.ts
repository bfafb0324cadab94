import type { ChangedDocument } from "../../binding/pulling/holding/since";

/** Names that are told of one document. */
const MOST = 12;

/** The document of a service that changed, with the confirmed operations in it. */
export function changesInWords({ document, changed, agreeing }: ChangedDocument): string {
  const told = changed
    .slice(0, MOST)
    .map(({ operation, changes }) => `${operation} no longer agrees (${changes.join(", ")})`);
  const more = changed.length > MOST ? [`${changed.length - MOST} more no longer agree`] : [];
  const rest =
    agreeing.length === 0 ? [] : [`${listed(agreeing)} ${agreeing.length === 1 ? "still agrees" : "still agree"}`];
  const all = [...told, ...more, ...rest];
  return `the document ${document} changed since: ${all.length === 0 ? "nothing in it is confirmed" : all.join(", ")}`;
}

function listed(names: readonly string[]): string {
  const more = names.length > MOST ? [`${names.length - MOST} more`] : [];
  return [...names.slice(0, MOST), ...more].join(", ");
}
