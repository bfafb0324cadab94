import { printers } from "../../../provider/drift/printing";
import { partedFrom } from "../../../provider/drift/printing/html/difference";
import { findings, incomplete, report } from "./report";

describe("the page", () => {
  it("holds all it needs, and lets the browser load nothing and send nothing", () => {
    const html = printers.html(report());
    expect(html).toContain("default-src &#39;none&#39;");
    expect(html).not.toMatch(/<(link|img|iframe|script src)|@import|url\(/);
  });

  it("shows each finding with its values side by side, and marks where they differ", () => {
    const [changed] = findings;
    const given = { ...(changed ?? ({} as never)), declared: "Kreis Muster", actual: "Kreis Münster" };
    const html = printers.html(report({ findings: [given] }));
    expect(html).toContain("<code>&#34;Kreis M<mark>u</mark>ster&#34;</code>");
    expect(html).toContain("<code>&#34;Kreis M<mark>ün</mark>ster&#34;</code>");
  });

  it("takes no mark-up from a value, a name or a link", () => {
    const evil = '"><script>alert(1)</script>';
    const [first] = findings;
    const given = { ...(first ?? ({} as never)), name: evil, says: evil, actual: evil, link: "javascript:alert(1)" };
    const html = printers.html(report({ findings: [given], organisations: [{ id: evil, name: evil }] }));
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain("javascript:");
  });

  it("shows the organisations as a tree, with the findings in and below each", () => {
    const html = printers.html(report());
    const tree = /<ul class="tree">.*<\/ul>/
      .exec(html)?.[0]
      .replace(/<[^>]+>/g, " ")
      .replace(/ +/g, " ");
    expect(tree).toBe(" Operator (1) 3 Land Beispiel (2) 3 Amt Neu (14) 1 ");
  });

  it("says what could not be looked at", () => {
    expect(printers.html(report(incomplete))).toContain("2 resources of Bucket: HC2500 The server failed");
  });
});

describe("the difference of two texts", () => {
  it.each([
    ["abc", "abc", ["abc", "", ""]],
    ["abcd", "axd", ["a", "bc", "d"]],
    ["aa", "a", ["a", "a", ""]],
    ["", "x", ["", "", ""]],
    ["a😀b", "a😁b", ["a", "😀", "b"]],
  ])("of %j from %j", (text, other, [before, middle, after]) => {
    expect(partedFrom(text, other)).toEqual({ before, middle, after });
  });
});
