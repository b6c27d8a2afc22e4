package org.throughline.exchange;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Assembles room 95. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ExchangeRoom {}
