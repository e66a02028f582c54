"""Asks Minari's own loader about the unpacked archives under MINARI_DATASETS_PATH; prints JSON."""

import json
import sys

import minari
import numpy as np

found = {}
for dataset_id in minari.list_local_datasets():
    dataset = minari.load_dataset(dataset_id)
    episodes = list(dataset)
    ends = [episode.terminations for episode in episodes]
    half = max(1, dataset.total_episodes // 2)
    parts = minari.split_dataset(dataset, sizes=[half, dataset.total_episodes - half])
    found[dataset_id] = {
        "episodes": dataset.total_episodes,
        "steps": int(dataset.total_steps),
        "spaces": [str(dataset.observation_space), str(dataset.action_space)],
        "flags": sorted({str(flags.dtype) for flags in ends}),
        "observations": [int(o) for episode in episodes for o in episode.observations[:-1]],
        "next": [int(o) for episode in episodes for o in episode.observations[1:]],
        "actions": [int(a) for episode in episodes for a in episode.actions],
        "rewards": [float(r) for episode in episodes for r in episode.rewards],
        # A mask of bytes would select rows 0 and 1 over and over instead.
        "rewardsAtEnds": [float(r) for e in episodes for r in e.rewards[e.terminations]],
        "cutOff": int(sum(e.truncations.sum() for e in episodes)),
        "sampled": len(dataset.sample_episodes(1)),
        "arrived": dataset.filter_episodes(lambda e: bool(e.terminations[-1])).total_episodes,
        "split": [part.total_episodes for part in parts],
        "probabilities": [float(p) for e in episodes for p in np.asarray(e.infos["behavior_prob"])],
    }
json.dump({"version": minari.__version__, "datasets": found}, sys.stdout)
