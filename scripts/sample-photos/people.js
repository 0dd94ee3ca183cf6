/** Figures for the tracer, made of ellipsoids: seen small, far or out of focus, they pass for people. */

/**
 * Someone on a chair whose seat is 0.44 m high. (x, z) is the middle of the seat; `face` is the direction
 * that the knees point to, along x (±1) or along z (0 with `depth` ±1).
 */
export function seated(scene, x, z, { coat, hair, trousers, face = 1, depth = 0, lean = 0.1, scale = 1 }) {
  const fx = depth === 0 ? face : 0
  const fz = depth
  const s = scale
  const at = (forward, height, aside) => [
    x + fx * forward * s - fz * aside * s,
    height * s,
    z + fz * forward * s + fx * aside * s,
  ]
  const size = (forward, height, aside) =>
    depth === 0 ? [forward * s, height * s, aside * s] : [aside * s, height * s, forward * s]
  const cloth = { colour: coat }
  const skin = { colour: [0.62, 0.43, 0.33] }
  const dark = { colour: hair }
  scene.ball(at(-0.02, 0.62, 0), size(0.17, 0.2, 0.22), cloth)
  scene.ball(at(lean * 0.6, 0.86, 0), size(0.15, 0.26, 0.235), cloth)
  scene.ball(at(lean * 0.8, 1.06, 0), size(0.1, 0.09, 0.19), cloth)
  scene.ball(at(lean + 0.02, 1.16, 0), size(0.055, 0.08, 0.055), skin)
  scene.ball(at(lean + 0.05, 1.27, 0), size(0.098, 0.125, 0.085), skin)
  scene.ball(at(lean + 0.015, 1.315, 0), size(0.103, 0.105, 0.092), dark)
  scene.ball(at(lean - 0.03, 1.27, 0), size(0.075, 0.11, 0.088), dark)
  for (const side of [-1, 1]) {
    scene.ball(at(0.2, 0.52, side * 0.1), size(0.27, 0.085, 0.09), { colour: trousers })
    scene.ball(at(0.42, 0.28, side * 0.1), size(0.07, 0.28, 0.07), { colour: trousers })
    scene.ball(at(0.48, 0.05, side * 0.1), size(0.13, 0.05, 0.05), { colour: [0.05, 0.05, 0.05] })
    scene.ball(at(0.08, 0.88, side * 0.24), size(0.075, 0.19, 0.065), cloth)
    scene.ball(at(0.24, 0.7, side * 0.19), size(0.17, 0.06, 0.06), cloth)
    scene.ball(at(0.38, 0.68, side * 0.12), size(0.06, 0.035, 0.045), skin)
  }
}

/** Someone who stands or walks, looking along z (`depth` ±1). */
export function standing(scene, x, z, { coat, hair, trousers, depth = 1, stride = 0, scale = 1, skirt = 0 }) {
  const s = scale
  const cloth = { colour: coat }
  const skin = { colour: [0.62, 0.43, 0.33] }
  for (const side of [-1, 1]) {
    const step = side * stride * s
    scene.ball([x + side * 0.09 * s, 0.45 * s, z + step * 0.5], [0.08 * s, 0.46 * s, 0.09 * s], {
      colour: trousers,
    })
    scene.ball([x + side * 0.09 * s, 0.05 * s, z + step + depth * 0.05], [0.05 * s, 0.05 * s, 0.13 * s], {
      colour: [0.05, 0.05, 0.05],
    })
    scene.ball([x + side * 0.25 * s, 1.1 * s, z - step * 0.3], [0.06 * s, 0.31 * s, 0.075 * s], cloth)
    scene.ball([x + side * 0.26 * s, 0.8 * s, z - step * 0.5], [0.04 * s, 0.06 * s, 0.045 * s], skin)
  }
  scene.ball([x, 1.2 * s, z], [0.22 * s, 0.3 * s, 0.14 * s], cloth)
  scene.ball([x, 0.95 * s, z], [0.2 * s, 0.24 * s, 0.14 * s], cloth)
  if (skirt > 0)
    scene.ball([x, (0.95 - skirt / 2) * s, z], [0.21 * s, (skirt / 2 + 0.15) * s, 0.15 * s], cloth)
  scene.ball([x, 1.5 * s, z], [0.055 * s, 0.08 * s, 0.055 * s], skin)
  scene.ball([x, 1.61 * s, z + depth * 0.02], [0.08 * s, 0.12 * s, 0.095 * s], skin)
  scene.ball([x, 1.645 * s, z - depth * 0.012], [0.092 * s, 0.11 * s, 0.103 * s], { colour: hair })
}
