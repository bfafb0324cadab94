export * from "./organisations";
export * from "./permissions";
export * from "./users";
