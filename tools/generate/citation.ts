import { listed, type Sources } from "../../provider/contract";

/** Links from a page in docs/reference/ to what is known or decided. */
export function cited(sources: Sources): string {
  return listed(sources)
    .map((source) => {
      const [page = "", anchor = ""] = source.split("#");
      return `[${anchor.replaceAll("-", " ")}](../${page}.md#${anchor})`;
    })
    .join(", ");
}
