import { aimOf, bearsMark, markOf } from "../../../provider/drift/issue/aim";
import { report } from "./report";

describe("the mark of the issue", () => {
  it("is a comment that ends where it should, whatever project and stack are called", () => {
    const mark = markOf(report({ project: "a--b-->", stack: "land/dev\nx" }));
    expect(mark).toBe("<!-- haleconnect drift a%2D%2Db%2D%2D%3E/land%2Fdev%0Ax -->");
  });

  it("tells stacks apart, and falls back to the server without project and stack", () => {
    expect(markOf(report({ stack: "dev" }))).not.toBe(markOf(report({ stack: "dev2" })));
    const { project: _project, stack: _stack, ...nameless } = report();
    expect(markOf(nameless)).toBe("<!-- haleconnect drift https%3A%2F%2Fhaleconnect.example -->");
  });

  it("counts at the beginning of a text only", () => {
    const mark = markOf(report());
    expect(bearsMark(`${mark}\ntext`, mark)).toBe(true);
    expect(bearsMark(`Look at this: ${mark}`, mark)).toBe(false);
  });
});

it("too little that is declared opens an issue too, although no finding counts", () => {
  expect(aimOf(report({ findings: [], verdict: "drift" }))).toMatchObject({ aim: "tell" });
  expect(aimOf(report({ findings: [], verdict: "inSync" }))).toMatchObject({ aim: "close" });
});
