package org.quadrille.cubes.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.model.Member;

/** An immutable list of tuples, kept in one flat array. */
public final class TupleSet {
  private final int arity;
  private final Member[] members;
  private final int size;

  private TupleSet(int arity, Member[] members, int size) {
    this.arity = arity;
    this.members = members;
    this.size = size;
  }

  /** No tuples of that arity. */
  public static TupleSet empty(int arity) {
    return new TupleSet(arity, new Member[0], 0);
  }

  /** Single members. */
  public static TupleSet ofMembers(List<? extends Member> members) {
    return new TupleSet(1, members.toArray(new Member[0]), members.size());
  }

  /** One tuple. */
  public static TupleSet ofTuple(Member... tuple) {
    return new TupleSet(tuple.length, tuple.clone(), 1);
  }

  /** How many members each tuple has. */
  public int arity() {
    return arity;
  }

  /** How many tuples there are. */
  public int size() {
    return size;
  }

  /** Whether there are no tuples. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** A member of a tuple. */
  public Member member(int tuple, int index) {
    return members[tuple * arity + index];
  }

  /** A copy of a tuple. */
  public Member[] tuple(int index) {
    Objects.checkIndex(index, size);
    return Arrays.copyOfRange(members, index * arity, (index + 1) * arity);
  }

  /** A tuple as something that can be compared and looked up. */
  public TupleKey key(int index) {
    return new TupleKey(tuple(index));
  }

  /** The tuples from one index up to, not including, another. */
  public TupleSet slice(int from, int to) {
    int start = Math.max(0, Math.min(from, size));
    int stop = Math.max(start, Math.min(to, size));
    return new TupleSet(
        arity, Arrays.copyOfRange(members, start * arity, stop * arity), stop - start);
  }

  /** The tuples at the given indexes, in that order. */
  public TupleSet pick(int[] indexes) {
    Builder builder = new Builder(arity, indexes.length);
    for (int index : indexes) {
      builder.addFrom(this, index);
    }
    return builder.build();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ", ").append(key(i));
    }
    return text.append('}').toString();
  }

  /** A tuple that can be compared and looked up. */
  public static final class TupleKey {
    private final Member[] members;
    private final int hash;

    /** Takes over the array. */
    public TupleKey(Member[] members) {
      this.members = members;
      this.hash = Arrays.hashCode(members);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof TupleKey that
          && hash == that.hash
          && Arrays.equals(members, that.members);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return members.length == 1
          ? members[0].uniqueName()
          : "(" + String.join(", ", Arrays.stream(members).map(Member::uniqueName).toList()) + ")";
    }
  }

  /** Collects tuples. */
  public static final class Builder {
    private final int arity;
    private Member[] members;
    private int size;

    /** Starts with an arity and an expected number of tuples. */
    public Builder(int arity, int expected) {
      this.arity = arity;
      this.members = new Member[Math.max(4, expected) * Math.max(1, arity)];
    }

    /** Adds a tuple. */
    public Builder add(Member... tuple) {
      if (tuple.length != arity) {
        throw new IllegalArgumentException("a tuple of " + tuple.length + " in a set of " + arity);
      }
      reserve();
      System.arraycopy(tuple, 0, members, size * arity, arity);
      size++;
      return this;
    }

    /** Adds a tuple of another set. */
    public Builder addFrom(TupleSet set, int index) {
      reserve();
      System.arraycopy(set.members, index * arity, members, size * arity, arity);
      size++;
      return this;
    }

    /** Adds the tuple that two tuples make together. */
    public Builder addJoined(TupleSet left, int leftIndex, TupleSet right, int rightIndex) {
      reserve();
      System.arraycopy(left.members, leftIndex * left.arity, members, size * arity, left.arity);
      System.arraycopy(
          right.members, rightIndex * right.arity, members, size * arity + left.arity, right.arity);
      size++;
      return this;
    }

    /** Adds all tuples of another set. */
    public Builder addAll(TupleSet set) {
      for (int i = 0; i < set.size; i++) {
        addFrom(set, i);
      }
      return this;
    }

    /** How many were added. */
    public int size() {
      return size;
    }

    private void reserve() {
      if ((size + 1) * arity > members.length) {
        members = Arrays.copyOf(members, members.length * 2);
      }
    }

    /** The set; the builder is not to be used any more. */
    public TupleSet build() {
      return new TupleSet(arity, members, size);
    }
  }
}
