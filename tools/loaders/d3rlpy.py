"""
Holds the notebook's learner for d3rlpy to d3rlpy's own loss: argv are the notebook and d3rlpy's wheel. Of
the wheel one function is run, on numpy, since PyTorch is too large to be installed for it; prints JSON.
"""

import json
import sys
import types
import zipfile

import numpy as np

notebook, wheel = sys.argv[1:]
UTILITY = "d3rlpy/models/torch/q_functions/utility.py"

torch = types.ModuleType("torch")
torch.Tensor = np.ndarray
torch.where = np.where
torch.nn = types.ModuleType("torch.nn")
torch.nn.functional = types.ModuleType("torch.nn.functional")
sys.modules.update({"torch": torch, "torch.nn": torch.nn, "torch.nn.functional": torch.nn.functional})


class Tensor(np.ndarray):
    def detach(self):
        return self

    def abs(self):
        return np.abs(self)


archive = zipfile.ZipFile(wheel)
utility = {}
exec(compile(archive.read(UTILITY).decode(), UTILITY, "exec"), utility)
[metadata] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
version = [line for line in archive.read(metadata).decode().splitlines() if line.startswith("Version: ")][0]


class Config:
    """Stands for every configuration: remembers what it was given."""

    def __init__(self, **given):
        self.given = given

    def create(self):
        return self.given


for name in ("d3rlpy", "d3rlpy.algos", "d3rlpy.models", "d3rlpy.models.encoders"):
    sys.modules[name] = types.ModuleType(name)
for name in ("DiscreteBCConfig", "DiscreteCQLConfig", "DoubleDQNConfig", "DQNConfig"):
    setattr(sys.modules["d3rlpy.algos"], name, Config)
sys.modules["d3rlpy.models.encoders"].VectorEncoderFactory = list

cells = ["".join(cell["source"]) for cell in json.load(open(notebook))["cells"]]
[cell] = [cell for cell in cells if "def d3rlpy_learner" in cell]
function = cell[cell.index("CONFIGURATIONS = {}") : cell.index("\n\nif d3rlpy is not None")]
space = {"TRAINING": {"batch": 1, "learningRate": 1, "width": 1, "polyak": 1}, "GAMMA": 0.9}
exec(function, space)

alpha = 0.8
passed = space["d3rlpy_learner"]("cql", {"alpha": alpha, "double": False})["alpha"]
random = np.random.default_rng(0)
q, target, penalty = random.uniform(-0.5, 0.5, (3, 1000))
theirs = utility["compute_huber_loss"](q.view(Tensor), target.view(Tensor)) + passed * penalty
ours = (q - target) ** 2 + alpha * penalty
json.dump({"version": version[9:], "passed": passed, "worst": float(np.abs(2 * theirs - ours).max())}, sys.stdout)
