/** One study's estimate of an effect. */
export interface Effect {
  /** The estimate, in the unit of its measure; ratios as natural logarithms. */
  readonly yi: number;
  /** Its sampling variance: the square of its standard error. Above 0. */
  readonly vi: number;
}
