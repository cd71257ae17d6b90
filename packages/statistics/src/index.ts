export {
  betaCdf,
  betaQuantile,
  chiSquaredCdf,
  chiSquaredQuantile,
  fCdf,
  fQuantile,
  gammaCdf,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  type Tail,
  tCdf,
  tQuantile,
} from './distributions.ts';
export { type Eigen, symmetricEigen } from './eigen.ts';
export { digamma, hedgesJ, lgamma } from './gamma.ts';
export { type Cholesky, cholesky, dot, type Matrix } from './linear.ts';
export { minimum, root } from './optimise.ts';
export { gaussLegendre, type Quadrature } from './quadrature.ts';
export { type RandomStream, seededRandom } from './random.ts';
