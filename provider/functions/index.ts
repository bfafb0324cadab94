export * from "./organisations";
