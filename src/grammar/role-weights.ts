/** Weights of a logistic regression: for each feature one weight a role, in the order of `roles`; `*` is the intercept. */
export interface RoleWeights {
  readonly roles: readonly string[]
  readonly weights: Readonly<Record<string, readonly number[]>>
}
