export * from "./comments";
export * from "./forum";
export * from "./notes";
export * from "./service";
export * from "./tasks";
