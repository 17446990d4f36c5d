import type { Facts } from "../core/facts.ts";
import { Problem } from "../core/problem.ts";
import { readCredentialUrl } from "../core/url.ts";
import type { Inputs } from "./inputs.ts";

/** What the runner says of the job (GitHub, "Variables reference"). */
export interface Job {
  /** `GITHUB_SERVER_URL`, without a slash at its end. */
  readonly server: string;
  /** `GITHUB_REPOSITORY`: `owner/name`; empty outside a runner. */
  readonly repository: string;
  /** Why the run gets no secrets, if so. */
  readonly withoutSecrets?: "fork" | "dependabot";
}

export function jobOf({ variables, withoutSecrets }: Facts): Job {
  const server = (variables.GITHUB_SERVER_URL ?? "").replace(/\/+$/, "");
  return {
    server: server === "" ? "https://github.com" : server,
    repository: variables.GITHUB_REPOSITORY ?? "",
    ...(withoutSecrets === undefined ? {} : { withoutSecrets }),
  };
}

/** The host name of the server that runs the job. */
export function serverHost(job: Job): string {
  return readCredentialUrl({ input: "token" }, job.server, "https://HOST").scope.host;
}

/** What to do about a secret that is empty. */
export function emptySecretFix(job: Job): string {
  if (job.withoutSecrets === "fork") {
    return "This run is for a pull request from a fork, and GitHub passes no secrets to it: skip the step with `if: github.event.pull_request.head.repo.full_name == github.repository`, or run the tests that need private packages after the merge";
  }
  if (job.withoutSecrets === "dependabot") {
    return "This run was started by Dependabot, which has secrets of its own: add the same secret under Settings > Secrets and variables > Dependabot";
  }
  return "Check that the secret exists, that its name is spelled right, and that this job may read it (environment, organisation access, `secrets: inherit` for a reusable workflow)";
}

/** A run without secrets cannot reach anything private: say so at once, not after a failed install. */
export function refuseEmptySecrets(inputs: Inputs, job: Job): void {
  if (job.withoutSecrets === undefined) return;
  const secret = ["token", "git-credentials", "indexes"] as const;
  if (secret.some((name) => inputs[name].value.trim() !== "")) return;
  throw new Problem({ input: "token" }, "no credential was given, or the secret is empty", emptySecretFix(job));
}
