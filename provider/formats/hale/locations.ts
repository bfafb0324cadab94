import type { XmlElement } from "../xml-tree";
import { attribute, childrenNamed, textIn } from "../xml-tree";

/** The settings of something that hale reads or writes. */
export function settingsOf(element: XmlElement): Readonly<Record<string, string>> {
  return Object.fromEntries(
    childrenNamed(element, "setting").map((it) => [attribute(it, "name") ?? "", textIn(it)] as const),
  );
}

/** A moment of a project file, in milliseconds; undefined where it is none. */
export function momentOf(text: string | undefined): number | undefined {
  const moment = Date.parse(text ?? "");
  return Number.isNaN(moment) ? undefined : moment;
}
