import { lazyProvider } from "../lifecycle/lazy-provider";

export = lazyProvider("PublishedService");
