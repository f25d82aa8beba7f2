package org.quadrille.cubes.extension;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes that schemas name, each made once. They run with the rights of the server, so
 * that only those who may change the program should be able to change schemas and classes.
 */
public final class ExtensionClasses {
  private final ClassLoader loader;
  private final Map<String, Object> instances = new ConcurrentHashMap<>();

  private ExtensionClasses(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Classes of the class path and, where given, of a folder: those in it by their packages and
   * those of its {@code .jar} files.
   *
   * @throws ExtensionException if the folder cannot be read
   */
  public static ExtensionClasses of(@Nullable Path folder) {
    ClassLoader own = ExtensionClasses.class.getClassLoader();
    return new ExtensionClasses(
        folder == null ? own : new URLClassLoader(addresses(folder).toArray(URL[]::new), own));
  }

  private static List<URL> addresses(Path folder) {
    List<URL> addresses = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      addresses.add(folder.toUri().toURL());
      for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        addresses.add(jar.toUri().toURL());
      }
    } catch (MalformedURLException e) {
      throw new ExtensionException("the folder " + folder + " has no address", e);
    } catch (IOException e) {
      throw new ExtensionException("the folder of classes " + folder + " cannot be read", e);
    }
    return addresses;
  }

  /**
   * The instance of a class.
   *
   * @param type interface that it must implement
   * @throws ExtensionException if there is no such class, it implements something else or cannot be
   *     made
   */
  public <T> Extension<T> load(String className, Class<T> type) {
    Object instance = instances.get(className);
    if (instance == null) {
      instance = make(className, type);
      Object earlier = instances.putIfAbsent(className, instance);
      instance = earlier == null ? instance : earlier;
    }
    if (!type.isInstance(instance)) {
      throw wrongType(className, type);
    }
    return new Extension<>(className, type.cast(instance));
  }

  private Object make(String className, Class<?> type) {
    try {
      Class<?> found = Class.forName(className, false, loader);
      if (!type.isAssignableFrom(found)) {
        throw wrongType(className, type);
      }
      return found.getConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw new ExtensionException(
          "there is no class " + className + " on the class path or in the folder of extensions",
          e);
    } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
      throw new ExtensionException(
          "the class "
              + className
              + " must be public, with a public constructor without parameters",
          e);
    } catch (InvocationTargetException e) {
      throw new ExtensionException(
          "the class " + className + " cannot be made: " + Extension.reason(e.getCause()), e);
    } catch (LinkageError e) {
      throw new ExtensionException(
          "the class " + className + " cannot be loaded: " + Extension.reason(e), e);
    }
  }

  private static ExtensionException wrongType(String className, Class<?> type) {
    return new ExtensionException(
        "the class " + className + " does not implement " + type.getName());
  }
}
