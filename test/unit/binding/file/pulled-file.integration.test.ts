import { pull } from "../../../../provider/binding/pulling/pull";
import { writeContract } from "../../../../provider/binding/pulling/write";
import { foreignDocuments } from "../pulling/foreign";
import { read, removeFiles } from "./written-file";

afterAll(removeFiles);

it.each([false, true])(
  "a file that was pulled is a good one, also where a person confirms all of it: %s",
  (confirmed) => {
    const { file } = pull(foreignDocuments(), { servers: ["https://geo.example"], date: "2026-01-01" });
    const text = writeContract(file).replaceAll("confirmed: false", `confirmed: ${confirmed}`);
    expect(Object.keys(read(text).operations)).toEqual(Object.keys(file.operations));
  },
);
